package io.terge.engine.setting;

import io.terge.api.Action.Layer;
import io.terge.api.Setting;
import io.terge.api.SettingValue;
import io.terge.engine.filter.CompiledSelector;
import io.terge.tensor.ParameterSpec;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A setting that is ready to be asked.
 *
 * @param selector which parameters it is for
 * @param setting the setting
 * @param askedBy the setting as messages name it, e.g. {@code weights rule 1: "glob:**.bias" ->
 *     1,2}
 */
public record CompiledSetting(CompiledSelector selector, Setting setting, String askedBy) {

    /** Whether it is for a parameter. */
    boolean isFor(ParameterSpec output) {
        return selector.matches(output);
    }

    /** Whether all that it says is said of all models alike. */
    public boolean isForAllModels() {
        return setting.models().includes(OptionalInt.empty(), false)
                && !(setting.value() instanceof SettingValue.PerModel);
    }

    /** Whether it says something of a model. */
    public boolean speaksOf(OptionalInt model, boolean isBase) {
        return setting.models().includes(model, isBase)
                && (!(setting.value() instanceof SettingValue.PerModel list)
                        || (model.isPresent() && model.getAsInt() < list.values().size()));
    }

    /** All values that it may have, gradients by their anchors. */
    public List<String> values() {
        return texts(setting.value());
    }

    /** The value for a model, as text; empty where it says nothing of it. */
    Optional<String> value(OptionalInt model, boolean isBase, Optional<Layer> layer) {
        if (!speaksOf(model, isBase)) {
            return Optional.empty();
        }
        return switch (setting.value()) {
            case SettingValue.PerModel list ->
                    Optional.of(text(list.values().get(model.orElseThrow()), layer));
            case SettingValue.Single single -> Optional.of(single.text());
            case SettingValue.Gradient gradient -> Optional.of(text(gradient, layer));
        };
    }

    private static String text(SettingValue value, Optional<Layer> layer) {
        return value instanceof SettingValue.Gradient gradient
                ? SettingValue.of(GradientValue.at(gradient, layer)).text()
                : value.text();
    }

    private static List<String> texts(SettingValue value) {
        return switch (value) {
            case SettingValue.Single single -> List.of(single.text());
            case SettingValue.Gradient gradient ->
                    gradient.anchors().stream()
                            .map(anchor -> SettingValue.of(anchor).text())
                            .toList();
            case SettingValue.PerModel list ->
                    list.values().stream().flatMap(one -> texts(one).stream()).toList();
        };
    }
}
