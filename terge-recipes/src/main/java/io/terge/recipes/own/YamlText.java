package io.terge.recipes.own;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** YAML to be written: short values on one line, others one part a line. */
sealed interface YamlText {

    /** The columns that a line may have. */
    int COLUMNS = 100;

    // Without characters that have a meaning somewhere in YAML.
    Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./][A-Za-z0-9_./@+-]*|-\\.?\\d[0-9.eE+-]*");
    Pattern NOTHING = Pattern.compile("null|Null|NULL");
    Pattern LIKE_A_VALUE = Pattern.compile("[+.-]*\\d.*|true|false|\\.(inf|nan)");

    /** A value on one line. */
    String flow();

    /** Whether it may be on one line. */
    boolean isShort();

    /**
     * A text, number or flag.
     *
     * @param flow as it is written, with quotes if it needs them
     */
    record Scalar(String flow) implements YamlText {

        @Override
        public boolean isShort() {
            return true;
        }
    }

    /** A list. */
    record Items(List<YamlText> values, boolean isShort) implements YamlText {

        public Items {
            values = List.copyOf(values);
        }

        @Override
        public String flow() {
            return values.stream().map(YamlText::flow).collect(Collectors.joining(", ", "[", "]"));
        }
    }

    /** A mapping. */
    record Fields(SequencedMap<String, YamlText> values, boolean isShort) implements YamlText {

        public Fields {
            values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
        }

        @Override
        public String flow() {
            return values.entrySet().stream()
                    .map(entry -> key(entry.getKey()) + ": " + entry.getValue().flow())
                    .collect(Collectors.joining(", ", "{", "}"));
        }

        /** The mapping as a document. */
        String document() {
            StringBuilder out = new StringBuilder();
            print(out, 0);
            return out.toString();
        }

        private void print(StringBuilder out, int indent) {
            boolean isFirst = true;
            for (Map.Entry<String, YamlText> each : values.entrySet()) {
                // The first line follows what is before the mapping, such as a dash.
                out.append(isFirst ? "" : " ".repeat(indent));
                out.append(key(each.getKey())).append(':');
                printValue(each.getValue(), out, indent, each.getKey().length());
                isFirst = false;
            }
        }

        private static void printValue(
                YamlText value, StringBuilder out, int indent, int keyLength) {
            String flow = value.flow();
            if (value instanceof Scalar
                    || value.isShort() && indent + keyLength + flow.length() < COLUMNS) {
                out.append(' ').append(flow).append('\n');
                return;
            }
            out.append('\n');
            switch (value) {
                case Fields fields -> {
                    out.append(" ".repeat(indent + 2));
                    fields.print(out, indent + 2);
                }
                case Items items -> items.values().forEach(item -> printItem(item, out, indent));
                case Scalar scalar -> out.append(scalar.flow());
            }
        }

        private static void printItem(YamlText item, StringBuilder out, int indent) {
            out.append(" ".repeat(indent + 2)).append("- ");
            if (item instanceof Fields fields && !item.isShort()) {
                fields.print(out, indent + 4);
            } else {
                out.append(item.flow()).append('\n');
            }
        }
    }

    /** A list on one line, if it fits. */
    static Items list(List<YamlText> values) {
        return new Items(values, true);
    }

    /** A list with a line for each value. */
    static Items lines(List<YamlText> values) {
        return new Items(values, false);
    }

    /** A text, which is no variable and no number. */
    static Scalar text(String text) {
        return new Scalar(
                LIKE_A_VALUE.matcher(text).matches()
                        ? quoted(escaped(text))
                        : plain(escaped(text)));
    }

    /** A number, a flag or a text: what is written without quotes if it can be. */
    static Scalar value(String text) {
        return new Scalar(plain(escaped(text)));
    }

    private static String key(String text) {
        return plain(text);
    }

    private static String escaped(String text) {
        return text.replace("${", "$${");
    }

    private static String plain(String text) {
        return PLAIN.matcher(text).matches() && !NOTHING.matcher(text).matches()
                ? text
                : quoted(text);
    }

    private static String quoted(String text) {
        return text.chars().anyMatch(Character::isISOControl)
                ? text.codePoints()
                        .mapToObj(YamlText::character)
                        .collect(Collectors.joining("", "\"", "\""))
                : "'" + text.replace("'", "''") + "'";
    }

    private static String character(int c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            default -> Character.isISOControl(c) ? "\\x%02x".formatted(c) : Character.toString(c);
        };
    }
}
