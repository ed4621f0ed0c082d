package io.terge.cli.args;

import io.terge.api.Rule;

import picocli.CommandLine.ITypeConverter;

/** The value of {@code --method}: {@code NAME}, or {@code SELECTOR=NAME}. */
public final class MethodArgument implements ITypeConverter<Rule<String>> {

    @Override
    public Rule<String> convert(String text) {
        Selected selected = Selected.parse(text, "method");
        return new Rule<>(selected.selector(), selected.value().strip());
    }
}
