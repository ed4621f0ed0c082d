package io.terge.cli.args;

import io.terge.api.Layout;
import io.terge.api.ModelScope;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code FIRST-LAST,...}: layers of the only model. */
public final class LayersArgument implements ITypeConverter<List<Layout.Slice>> {

    private static final Pattern RANGE = Pattern.compile("(\\d{1,6})(?:-(\\d{1,6}))?");

    @Override
    public List<Layout.Slice> convert(String value) {
        List<Layout.Slice> slices = new ArrayList<>();
        for (String part : value.split(",", -1)) {
            slices.add(slice(part.strip()));
        }
        return slices;
    }

    private static Layout.Slice slice(String range) {
        Matcher matcher = RANGE.matcher(range);
        if (!matcher.matches()) {
            throw new TypeConversionException(
                    "expected layers such as 0-11,14 but got '%s'".formatted(range));
        }
        int first = Integer.parseInt(matcher.group(1));
        int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
        if (last < first) {
            throw new TypeConversionException(
                    "'%s' ends before it starts; write %d-%d".formatted(range, last, first));
        }
        return new Layout.Slice(
                List.of(new Layout.Source(ModelScope.model(0), first, last + 1)),
                Optional.empty(),
                List.of());
    }
}
