package io.terge.cli.args;

import io.terge.api.Rule;
import io.terge.tensor.DType;

import picocli.CommandLine.ITypeConverter;

/** The value of {@code --dtype}: {@code TYPE}, or {@code SELECTOR=TYPE}. */
public final class TypeArgument implements ITypeConverter<Rule<DType>> {

    private final OutputType types = new OutputType();

    @Override
    public Rule<DType> convert(String text) {
        Selected selected = Selected.parse(text, "type");
        return new Rule<>(selected.selector(), types.convert(selected.value()));
    }
}
