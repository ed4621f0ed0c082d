package io.terge.cli.args;

import io.terge.model.ModelReference;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Where a model is: any text but the empty one. */
public final class ReferenceArgument implements ITypeConverter<ModelReference> {

    @Override
    public ModelReference convert(String text) {
        if (text.isBlank()) {
            throw new TypeConversionException("the path of a model is empty");
        }
        try {
            return ModelReference.at(HomePath.expanded(text));
        } catch (IllegalArgumentException malformed) {
            throw new TypeConversionException(String.valueOf(malformed.getMessage()));
        }
    }
}
