package io.terge.cli.text;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.terge.api.OutputFiles;
import io.terge.error.FirstFew;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Prints the files of an output besides its weights, in one line with the first names. */
final class FilesText {

    private static final int MOST_NAMES = 5;

    private FilesText() {}

    /** Prints the line, or nothing if there are no files. */
    static void print(OutputFiles files, PrintWriter out) {
        if (files.isEmpty()) {
            return;
        }
        List<String> parts = new ArrayList<>();
        add("copied", files.copied(), parts);
        add("written", files.written(), parts);
        add("left out, ", files.leftOut(), parts);
        add("not changed, ", files.outdated(), parts);
        out.println(Printable.line("other files: " + String.join("; ", parts)));
    }

    private static void add(String what, Map<String, String> reasons, List<String> parts) {
        reasons.keySet().stream()
                .collect(
                        groupingBy(
                                name -> String.valueOf(reasons.get(name)), TreeMap::new, toList()))
                .forEach((reason, names) -> add(what + reason, names, parts));
    }

    private static void add(String what, List<String> names, List<String> parts) {
        if (!names.isEmpty()) {
            parts.add("%d %s (%s)".formatted(names.size(), what, FirstFew.of(names, MOST_NAMES)));
        }
    }
}
