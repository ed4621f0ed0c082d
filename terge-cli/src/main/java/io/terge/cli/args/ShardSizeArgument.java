package io.terge.cli.args;

import io.terge.recipes.value.SizeText;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The value of {@code --shard-size}. */
public final class ShardSizeArgument implements ITypeConverter<ByteSize> {

    @Override
    public ByteSize convert(String text) {
        try {
            return new ByteSize(SizeText.parseShard(text));
        } catch (IllegalArgumentException malformed) {
            throw new TypeConversionException(String.valueOf(malformed.getMessage()));
        }
    }
}
