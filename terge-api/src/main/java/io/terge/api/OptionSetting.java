package io.terge.api;

import static java.util.Objects.requireNonNull;

/**
 * The value of a method's option. Every method in use that has an option of this name gets it.
 *
 * @param name the option's name
 * @param value its value as text
 * @since 0.1
 */
public record OptionSetting(String name, String value) {

    /** Checks the values. */
    public OptionSetting {
        requireNonNull(name, "name");
        requireNonNull(value, "value");
    }
}
