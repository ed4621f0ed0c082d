package io.terge.api;

import static java.util.Objects.requireNonNull;

/**
 * The value of a weight or a method option, for some parameters and models. For each parameter,
 * model and name, the first setting that matches wins.
 *
 * @param selector {@code SCHEME:EXPRESSION}; plain text is a parameter's full name; {@link
 *     Rule#EVERY_PARAMETER} matches all
 * @param models the models it applies to; must be {@link ModelScope#all()} for an option that is
 *     not per model
 * @param name {@link #WEIGHT}, or the name of an option, of every method that has it
 * @param value the value
 * @since 0.1
 */
public record Setting(String selector, ModelScope models, String name, SettingValue value) {

    /** The name of the models' weights, which every method has. */
    public static final String WEIGHT = "weight";

    public Setting {
        requireNonNull(selector, "selector");
        requireNonNull(models, "models");
        requireNonNull(name, "name");
        requireNonNull(value, "value");
    }

    /** Returns a setting for all parameters and all models. */
    public static Setting of(String name, SettingValue value) {
        return new Setting(Rule.EVERY_PARAMETER, ModelScope.all(), name, value);
    }
}
