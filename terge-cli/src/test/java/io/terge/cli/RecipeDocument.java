package io.terge.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A document with recipes, each of which starts with a line that names its file, and commands.
 *
 * @param text the document
 */
record RecipeDocument(String text) {

    private static final Pattern RECIPE = Pattern.compile("(?ms)^```yaml\n# (\\S+)\n(.*?)^```$");
    private static final Pattern SESSION = Pattern.compile("(?ms)^```\n(\\$ .*?)^```$");

    static RecipeDocument read(String name) {
        try {
            return new RecipeDocument(Files.readString(Path.of("..", "docs", name)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The recipes by the names of their files, without the line of the name. */
    Map<String, String> recipes() {
        Map<String, String> recipes = new LinkedHashMap<>();
        Matcher found = RECIPE.matcher(text);
        while (found.find()) {
            recipes.put(found.group(1), found.group(2));
        }
        return recipes;
    }

    /** Writes the recipes, except some, as the document shows them. */
    void writeRecipes(Path folder, Set<String> except) throws IOException {
        for (Map.Entry<String, String> recipe : recipes().entrySet()) {
            if (!except.contains(recipe.getKey())) {
                // With the line that names it, so that the lines are those of the document.
                Files.writeString(
                        folder.resolve(recipe.getKey()),
                        "# " + recipe.getKey() + "\n" + recipe.getValue());
            }
        }
    }

    /** The commands, each with what is shown below it. */
    Map<String, String> commands() {
        Map<String, String> commands = new LinkedHashMap<>();
        Matcher found = SESSION.matcher(text);
        List<String> last = new ArrayList<>();
        while (found.find()) {
            for (String line : found.group(1).lines().toList()) {
                if (line.startsWith("$ terge ")) {
                    last.add(line.substring("$ terge ".length()));
                    commands.put(last.getLast(), "");
                } else {
                    commands.merge(last.getLast(), line + "\n", String::concat);
                }
            }
        }
        return commands;
    }
}
