package io.terge.benchmarks.check;

/** A measured program did not do its work: its times mean nothing. */
public final class WrongOutputException extends RuntimeException {

    private static final long serialVersionUID = 1;

    WrongOutputException(String message) {
        super(message);
    }
}
