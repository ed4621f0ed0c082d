package io.terge.cli.args;

import io.terge.api.SettingValue;

import picocli.CommandLine.TypeConversionException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A value as it is typed: parts with commas between them. A part that starts with {@code [} is a
 * gradient and reaches to the next {@code ]}; any other is a number or a text and reaches to the
 * next comma.
 */
final class ValueText {

    private static final String ANCHORS =
            "a gradient is numbers in brackets, from the first layer to the last, such as"
                    + " [0,0.5,1]";

    private ValueText() {}

    /**
     * The parts of a value.
     *
     * @throws TypeConversionException if one is empty, or a gradient malformed
     */
    static List<SettingValue> parts(String text) {
        List<SettingValue> parts = new ArrayList<>();
        int start = 0;
        while (start <= text.length()) {
            int end = endOfPart(text, start);
            parts.add(part(text.substring(start, end).strip(), text));
            start = end + 1;
        }
        return parts;
    }

    private static int endOfPart(String text, int start) {
        int from =
                text.substring(start).stripLeading().startsWith("[") ? closing(text, start) : start;
        int comma = text.indexOf(',', from);
        return comma < 0 ? text.length() : comma;
    }

    private static int closing(String text, int start) {
        int bracket = text.indexOf(']', start);
        if (bracket < 0) {
            throw new TypeConversionException(
                    "missing ']' in '%s'; %s".formatted(text.substring(start), ANCHORS));
        }
        return bracket;
    }

    private static SettingValue part(String part, String whole) {
        if (part.isEmpty()) {
            throw new TypeConversionException("empty value in '%s'".formatted(whole));
        }
        if (!part.startsWith("[")) {
            return SettingValue.of(part);
        }
        if (!part.endsWith("]")) {
            throw new TypeConversionException(
                    "expected a gradient, got '%s'; %s".formatted(part, ANCHORS));
        }
        String[] anchors = part.substring(1, part.length() - 1).split(",", -1);
        return SettingValue.gradient(
                Arrays.stream(anchors)
                        .mapToDouble(anchor -> NumberText.parse(anchor, ANCHORS))
                        .toArray());
    }
}
