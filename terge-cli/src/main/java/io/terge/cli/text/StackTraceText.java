package io.terge.cli.text;

import java.io.PrintWriter;
import java.io.StringWriter;

/** The text of a stack trace. */
public final class StackTraceText {

    private static final String INDENT = "    ";

    private StackTraceText() {}

    /** Returns the trace with its causes. Messages of failures may contain names from files. */
    public static String of(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return Printable.lines(
                text.toString().replace(System.lineSeparator(), "\n").replace("\t", INDENT));
    }
}
