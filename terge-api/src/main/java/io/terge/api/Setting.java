package io.terge.api;

import static java.util.Objects.requireNonNull;

/**
 * What a weight or an option of methods is, for some parameters and some models. For each
 * parameter, model and name, the first setting that matches wins.
 *
 * @param selector {@code SCHEME:EXPRESSION}; plain text is a parameter's whole name; {@link
 *     Rule#EVERY_PARAMETER} matches all
 * @param models which models it is for; options that are not per model take {@link
 *     ModelScope#all()}
 * @param name {@link #WEIGHT}, or an option's name: every method in use that has it gets it
 * @param value the value
 * @since 0.1
 */
public record Setting(String selector, ModelScope models, String name, SettingValue value) {

    /** The name of the setting that every method has: how much a model counts. */
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
