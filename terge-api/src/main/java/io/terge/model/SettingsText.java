package io.terge.model;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A path with settings behind it, as text.
 *
 * @param path the path
 * @param settings the settings by name
 */
record SettingsText(String path, SortedMap<String, String> settings) {

    private static final String NAME = "[a-z][a-z0-9_-]*";
    private static final Pattern SETTING = Pattern.compile(NAME + "=.*", Pattern.DOTALL);
    private static final Pattern ESCAPES = Pattern.compile("(?:%[0-9A-Fa-f]{2})+|%");

    /** Splits a text. */
    static SettingsText split(String text) {
        if (isEscaped(text)) {
            String path = text.substring(0, text.length() - 1);
            return new SettingsText(path, Collections.emptySortedMap());
        }
        if (!endsInSettings(text)) {
            return new SettingsText(text, Collections.emptySortedMap());
        }
        int mark = text.lastIndexOf('?');
        return new SettingsText(text.substring(0, mark), parse(text.substring(mark + 1)));
    }

    /** The text that is split into these. */
    String join() {
        boolean isMistaken = settings.isEmpty() && (endsInSettings(path) || isEscaped(path));
        return isMistaken ? path + "?" : path + join(settings);
    }

    // A path that would be read as another one is escaped by one more '?' at its end.
    private static boolean isEscaped(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '?') {
            end--;
        }
        return end < text.length() && endsInSettings(text.substring(0, end));
    }

    // No value contains a '?', so that only the last one can start the settings.
    private static boolean endsInSettings(String text) {
        int mark = text.lastIndexOf('?');
        return mark > 0
                && Arrays.stream(text.substring(mark + 1).split("&", -1))
                        .allMatch(SETTING.asMatchPredicate());
    }

    /** Settings as they follow a path; an empty text if there are none. */
    static String join(SortedMap<String, String> settings) {
        return settings.isEmpty()
                ? ""
                : settings.entrySet().stream()
                        .map(setting -> setting.getKey() + "=" + encode(setting.getValue()))
                        .collect(Collectors.joining("&", "?", ""));
    }

    /** A copy of settings. */
    static SortedMap<String, String> copy(SortedMap<String, String> settings) {
        requireNonNull(settings, "settings");
        for (String name : settings.keySet()) {
            if (!name.matches(NAME)) {
                throw new IllegalArgumentException(
                        "The name of a setting must match %s, but was '%s'".formatted(NAME, name));
            }
        }
        return Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    }

    private static SortedMap<String, String> parse(String text) {
        SortedMap<String, String> settings = new TreeMap<>();
        for (String setting : text.split("&", -1)) {
            int equals = setting.indexOf('=');
            String name = setting.substring(0, equals);
            if (settings.put(name, decode(setting.substring(equals + 1))) != null) {
                throw new IllegalArgumentException(
                        "Setting '%s' is given twice: %s".formatted(name, text));
            }
        }
        return settings;
    }

    private static String encode(String value) {
        StringBuilder encoded = new StringBuilder();
        value.codePoints()
                .forEach(
                        c -> {
                            if (c == '%' || c == '&' || c == '?' || c <= ' ') {
                                encoded.append('%')
                                        .append(
                                                HexFormat.of()
                                                        .withUpperCase()
                                                        .toHexDigits((byte) c));
                            } else {
                                encoded.appendCodePoint(c);
                            }
                        });
        return encoded.toString();
    }

    // Escapes are bytes of UTF-8; what is between them is text, and stays it.
    private static String decode(String value) {
        StringBuilder decoded = new StringBuilder();
        Matcher escapes = ESCAPES.matcher(value);
        while (escapes.find()) {
            String hex = escapes.group().replace("%", "");
            if (hex.isEmpty()) {
                throw new IllegalArgumentException(
                        "A '%%' in a setting must be written %%25: %s".formatted(value));
            }
            String bytes = new String(HexFormat.of().parseHex(hex), StandardCharsets.UTF_8);
            escapes.appendReplacement(decoded, Matcher.quoteReplacement(bytes));
        }
        return escapes.appendTail(decoded).toString();
    }
}
