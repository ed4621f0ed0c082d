package io.terge.cli.args;

import io.terge.api.ModelScope;
import io.terge.api.Setting;
import io.terge.api.SettingValue;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.util.List;

/**
 * The value of {@code --option}: {@code NAME=VALUE} or {@code SELECTOR=NAME=VALUE}, split at the
 * last two {@code =}. The value is one for all models, or a list with one for each.
 */
public final class OptionArgument implements ITypeConverter<Setting> {

    @Override
    public Setting convert(String text) {
        int split = text.lastIndexOf('=');
        if (split <= 0 || text.substring(split + 1).isBlank()) {
            throw new TypeConversionException(
                    "expected NAME=VALUE or SELECTOR=NAME=VALUE, got '%s'; for example density=0.5"
                            .formatted(text));
        }
        Selected name = Selected.parse(text.substring(0, split), "option name");
        return new Setting(
                name.selector(),
                ModelScope.all(),
                name.value().strip(),
                value(ValueText.parts(text.substring(split + 1))));
    }

    private static SettingValue value(List<SettingValue> parts) {
        return parts.size() == 1 ? parts.getFirst() : new SettingValue.PerModel(parts);
    }
}
