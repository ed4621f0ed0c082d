package io.terge.pytorch.pickle;

import static java.util.Objects.requireNonNull;

/**
 * An entry of a dictionary.
 *
 * @since 0.1
 */
public record PickleEntry(PickleValue key, PickleValue value) {

    public PickleEntry {
        requireNonNull(key, "key");
        requireNonNull(value, "value");
    }
}
