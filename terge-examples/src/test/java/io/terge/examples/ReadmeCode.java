package io.terge.examples;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The Java code in a text, each block after a mark that names the class that it is cut from.
 *
 * <p>The code is what stands between {@code // tag::readme} and {@code // end::readme} in the
 * source of the class, without the indentation, or the whole file if it has no tag.
 *
 * @param sources the folders to look for the class in, one after another
 * @param text the text
 */
record ReadmeCode(List<Path> sources, String text) {

    private static final Pattern BLOCK =
            Pattern.compile(
                    "(?:<!-- example: (?<name>[^\\n]*?) -->\\n)?```java\\n(?<code>.*?)```",
                    Pattern.DOTALL);
    private static final Pattern MARK = Pattern.compile("<!-- example:");
    private static final Pattern TAGGED =
            Pattern.compile(
                    "^ *// tag::readme\\n(?<code>.*?)^ *// end::readme$",
                    Pattern.DOTALL | Pattern.MULTILINE);

    /** The names of the examples that are in the text. */
    List<String> examples() {
        return blocks().flatMap(block -> Optional.ofNullable(block.group("name")).stream())
                .toList();
    }

    /** What is wrong with the code in the text; empty if nothing is. */
    List<String> faults() {
        List<String> faults =
                new ArrayList<>(blocks().flatMap(block -> fault(block).stream()).toList());
        long marks = MARK.matcher(text).results().count();
        if (marks != examples().size()) {
            faults.add(marks + " marks, but " + examples().size() + " of them before Java code");
        }
        return faults;
    }

    private Stream<MatchResult> blocks() {
        return BLOCK.matcher(text).results();
    }

    private Optional<String> fault(MatchResult block) {
        String name = block.group("name");
        if (name == null) {
            return Optional.of("Code without a mark: " + block.group("code"));
        }
        Optional<Path> source =
                sources.stream()
                        .map(folder -> folder.resolve(name + ".java"))
                        .filter(Files::isRegularFile)
                        .findFirst();
        if (source.isEmpty()) {
            return Optional.of("There is no example '" + name + "' in " + sources);
        }
        String expected = code(new SourceTree(source.get()).read(Path.of("")));
        return expected.equals(block.group("code"))
                ? Optional.empty()
                : Optional.of("'" + name + "' is to be:\n" + expected);
    }

    /** The code of an example's source. */
    static String code(String source) {
        Matcher tagged = TAGGED.matcher(source);
        return tagged.find() ? tagged.group("code").stripTrailing().stripIndent() + "\n" : source;
    }
}
