package io.terge.cli.args;

import io.terge.api.MergeRequestBuilder;

import picocli.CommandLine.ITypeConverter;

/**
 * The value of {@code --method}: a method's name and which parameters are merged by it.
 *
 * @param selector which parameters
 * @param method the method's name
 */
public record MethodRule(String selector, String method) {

    /** Adds this rule to a request. */
    public void addTo(MergeRequestBuilder request) {
        request.method(selector, method);
    }

    /** Reads {@code NAME} or {@code SELECTOR=NAME}. */
    public static final class Converter implements ITypeConverter<MethodRule> {

        @Override
        public MethodRule convert(String text) {
            Selected selected = Selected.parse(text, "method");
            return new MethodRule(selected.selector(), selected.value().strip());
        }
    }
}
