package io.terge.engine.setting;

import io.terge.api.Action.Layer;
import io.terge.tensor.ParameterSpec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The settings of a request: for each parameter, model and name, the first that says something
 * wins.
 *
 * @param settings in the order of the request
 */
public record SettingRules(List<CompiledSetting> settings) {

    public SettingRules {
        settings = List.copyOf(settings);
    }

    /**
     * A model that something is set for.
     *
     * @param index its place in the request; empty for a base that is not one of the models
     * @param isBase whether it is the base
     */
    public record Subject(OptionalInt index, boolean isBase) {

        /** Returns the subject of what is set for no model in particular. */
        public static Subject none() {
            return new Subject(OptionalInt.empty(), false);
        }
    }

    /**
     * What is set.
     *
     * @param value the value as text
     * @param askedBy what in the request has set it
     */
    public record Found(String value, String askedBy) {}

    /** The settings for one parameter: selectors are asked here, not for every model and name. */
    public SettingRules of(ParameterSpec output) {
        return new SettingRules(
                settings.stream().filter(setting -> setting.isFor(output)).toList());
    }

    /** Returns these settings, then others. */
    public SettingRules followedBy(SettingRules others) {
        List<CompiledSetting> all = new ArrayList<>(settings);
        all.addAll(others.settings);
        return new SettingRules(all);
    }

    /** Returns what is set in any of the settings, if anything is. */
    public Optional<Found> find(String name, Subject model, Optional<Layer> layer) {
        for (CompiledSetting setting : settings) {
            if (setting.setting().name().equals(name)) {
                Optional<String> value = setting.value(model.index(), model.isBase(), layer);
                if (value.isPresent()) {
                    return Optional.of(new Found(value.get(), setting.askedBy()));
                }
            }
        }
        return Optional.empty();
    }
}
