package io.terge.cli.args;

import io.terge.api.MergeRequestBuilder;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The value of {@code --option}: a setting of a method's option and for which parameters it holds.
 *
 * @param selector which parameters
 * @param name the option's name
 * @param value its value
 */
public record OptionRule(String selector, String name, String value) {

    /** Adds this rule to a request. */
    public void addTo(MergeRequestBuilder request) {
        request.option(selector, name, value);
    }

    /** Reads {@code NAME=VALUE} or {@code SELECTOR=NAME=VALUE}. */
    public static final class Converter implements ITypeConverter<OptionRule> {

        @Override
        public OptionRule convert(String text) {
            int split = text.lastIndexOf('=');
            if (split <= 0 || split == text.length() - 1) {
                throw new TypeConversionException(
                        "'%s' is not NAME=VALUE or SELECTOR=NAME=VALUE".formatted(text));
            }
            Selected name = Selected.parse(text.substring(0, split), "option name");
            return new OptionRule(
                    name.selector(), name.value().strip(), text.substring(split + 1).strip());
        }
    }
}
