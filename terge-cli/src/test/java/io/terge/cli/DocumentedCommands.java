package io.terge.cli;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The commands of a document: those in blocks, those in sentences, and the options in the table.
 *
 * @param text the document, as Markdown
 */
record DocumentedCommands(String text) {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```\\n(.*?)^```$");
    private static final Pattern INLINE = Pattern.compile("`(\\./terge [^`]*)`");
    private static final Pattern OPTION = Pattern.compile("`(--[^`]*)`");
    private static final Pattern PROMPT = Pattern.compile("^(\\$ |\\./)(?=terge )");

    /** All commands of terge, without the path of the launcher, in order. */
    List<String> commands() {
        Set<String> commands = new LinkedHashSet<>();
        Matcher any = Pattern.compile(BLOCK + "|" + INLINE).matcher(text);
        while (any.find()) {
            String found = any.group(1) == null ? any.group(2) : any.group(1);
            found.replace("\\\n", " ")
                    .lines()
                    .map(line -> any.group(1) == null ? found.replace('\n', ' ') : line)
                    .map(line -> line.replaceFirst(" #.*", "").strip())
                    .filter(line -> PROMPT.matcher(line).lookingAt())
                    .map(line -> PROMPT.matcher(line).replaceFirst("").substring("terge ".length()))
                    .forEach(commands::add);
        }
        return List.copyOf(commands);
    }

    /** The options in the middle column of the table of options. */
    List<String> options() {
        return text.lines()
                .filter(line -> line.startsWith("| "))
                // A bar inside a cell is written with a backslash before it.
                .map(line -> line.split("(?<!\\\\)\\|"))
                .filter(cells -> cells.length > 3)
                .flatMap(cells -> OPTION.matcher(cells[2]).results())
                .map(option -> option.group(1).replace("\\|", "|"))
                .toList();
    }

    /** What the document shows below a command: the lines until its block ends. */
    String shownAfter(String command) {
        Matcher shown =
                Pattern.compile("(?ms)^\\$ terge \\Q" + command + "\\E\\n(.*?)^```$").matcher(text);
        if (!shown.find()) {
            throw new IllegalArgumentException("Nothing is shown below: " + command);
        }
        return shown.group(1);
    }
}
