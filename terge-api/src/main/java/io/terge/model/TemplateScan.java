package io.terge.model;

import java.io.Serial;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks for parts of a Jinja template that are not closed. Unknown tags are skipped: programs that
 * render templates may define their own.
 */
final class TemplateScan {

    private static final Set<String> BLOCKS =
            Set.of(
                    "for",
                    "if",
                    "macro",
                    "call",
                    "filter",
                    "block",
                    "raw",
                    "generation",
                    "with",
                    "autoescape",
                    "set");
    private static final String END = "end";
    private static final Pattern ASSIGNMENT = Pattern.compile("set\\b[\\w.,()\\s]+=");

    private final String text;
    private final Deque<Tag> open = new ArrayDeque<>();
    private int place;

    private record Tag(String name, int line) {}

    /** What is wrong. */
    private static final class Fault extends RuntimeException {

        @Serial private static final long serialVersionUID = 1;

        Fault(int line, String what) {
            super("line %d: %s".formatted(line, what), null, false, false);
        }
    }

    private TemplateScan(String text) {
        this.text = text;
    }

    /** Says what is wrong with a template, and in which line; empty if nothing is. */
    static Optional<String> fault(String text) {
        try {
            new TemplateScan(text).run();
            return Optional.empty();
        } catch (Fault fault) {
            return Optional.of(String.valueOf(fault.getMessage()));
        }
    }

    private void run() {
        int nul = text.indexOf(0);
        if (nul >= 0) {
            throw new Fault(line(nul), "it contains the character NUL");
        }
        while (place < text.length()) {
            int start = place;
            if (text.startsWith("{#", place)) {
                skipTo("#}", start);
            } else if (text.startsWith("{{", place)) {
                expression("{{", "}}");
            } else if (text.startsWith("{%", place)) {
                tag(expression("{%", "%}"), line(start));
            } else {
                place++;
            }
        }
        if (!open.isEmpty()) {
            Tag last = open.peek();
            throw new Fault(last.line(), "{%% %s %%} is not closed".formatted(last.name()));
        }
    }

    private void skipTo(String end, int start) {
        int found = text.indexOf(end, place + 2);
        if (found < 0) {
            throw new Fault(line(start), text.substring(start, start + 2) + " is not closed");
        }
        place = found + end.length();
    }

    /** Passes over an expression or a tag; returns what is in it, without texts in quotes. */
    private String expression(String begin, String end) {
        int start = place;
        StringBuilder inside = new StringBuilder();
        int depth = 0;
        place += begin.length();
        while (place < text.length()) {
            char next = text.charAt(place);
            if (depth == 0 && text.startsWith(end, place)) {
                place += end.length();
                return inside.toString();
            }
            if (next == '"' || next == '\'') {
                quoted(next);
            } else {
                depth += "([{".indexOf(next) >= 0 ? 1 : ")]}".indexOf(next) >= 0 ? -1 : 0;
                inside.append(next);
                place++;
            }
        }
        throw new Fault(line(start), begin + " is not closed");
    }

    private void quoted(char quote) {
        int start = place++;
        while (place < text.length() && text.charAt(place) != quote) {
            place += text.charAt(place) == '\\' ? 2 : 1;
        }
        if (place >= text.length()) {
            throw new Fault(line(start), "a string in quotes is not closed");
        }
        place++;
    }

    private void tag(String inside, int line) {
        String content = inside.replaceFirst("^[-+]", "").replaceFirst("[-+]$", "").strip();
        String name = content.split("[^A-Za-z0-9_]", 2)[0];
        if (name.equals("raw")) {
            raw(line);
        } else if (name.startsWith(END) && BLOCKS.contains(name.substring(END.length()))) {
            close(name, line);
        } else if (BLOCKS.contains(name) && !ASSIGNMENT.matcher(content).lookingAt()) {
            open.push(new Tag(name, line));
        } else if (name.equals("elif") && !isOpen(Set.of("if"))) {
            throw new Fault(line, "{% elif %} is not in {% if %}");
        } else if (name.equals("else") && !isOpen(Set.of("if", "for"))) {
            throw new Fault(line, "{% else %} is not in {% if %} or {% for %}");
        }
    }

    private boolean isOpen(Set<String> names) {
        Tag last = open.peek();
        return last != null && names.contains(last.name());
    }

    private void close(String name, int line) {
        Tag last = open.poll();
        if (last == null) {
            throw new Fault(line, "{%% %s %%} closes nothing".formatted(name));
        }
        if (!name.equals(END + last.name())) {
            throw new Fault(
                    line,
                    "expected {%% %s%s %%}, which closes line %d, got {%% %s %%}"
                            .formatted(END, last.name(), last.line(), name));
        }
    }

    // Nothing in it means anything but its end.
    private void raw(int line) {
        Matcher end = Pattern.compile("\\{%[-+]?\\s*endraw\\s*[-+]?%\\}").matcher(text);
        if (!end.find(place)) {
            throw new Fault(line, "{% raw %} is not closed");
        }
        place = end.end();
    }

    private int line(int at) {
        return 1 + (int) text.substring(0, at).chars().filter(each -> each == '\n').count();
    }
}
