package io.terge.cli.args;

import io.terge.api.ModelScope;
import io.terge.api.Setting;
import io.terge.api.SettingValue;

import picocli.CommandLine.ITypeConverter;

/**
 * The value of {@code --weights}: {@code W,W,...} or {@code SELECTOR=W,W,...}, one weight for each
 * model. A weight is a number or a gradient.
 */
public final class WeightsArgument implements ITypeConverter<Setting> {

    private static final String HINT =
            "weights are numbers or gradients separated by commas, such as 1,2.5,[0,1]";

    @Override
    public Setting convert(String text) {
        Selected selected = Selected.parse(text, "weights");
        return new Setting(
                selected.selector(),
                ModelScope.all(),
                Setting.WEIGHT,
                new SettingValue.PerModel(
                        ValueText.parts(selected.value()).stream()
                                .map(WeightsArgument::weight)
                                .toList()));
    }

    private static SettingValue weight(SettingValue part) {
        return part instanceof SettingValue.Single(String text)
                ? SettingValue.of(NumberText.parse(text, HINT))
                : part;
    }
}
