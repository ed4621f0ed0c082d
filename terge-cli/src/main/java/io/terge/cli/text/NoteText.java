package io.terge.cli.text;

import io.terge.api.Lineage;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Prints what methods had to note about parameters, a few lines for each text. */
public final class NoteText {

    private static final int MOST = 5;

    private NoteText() {}

    /** Prints the notes of surveys, then those of parameters; those of stages first. */
    public static void print(Lineage lineage, PrintWriter err) {
        for (Lineage.Stage stage : lineage.stages()) {
            print("stage %s: ".formatted(stage.name()), stage.lineage(), err);
        }
        print("", lineage, err);
        err.flush();
    }

    private static void print(String prefix, Lineage lineage, PrintWriter err) {
        Map<String, List<String>> subjects = new LinkedHashMap<>();
        for (Lineage.Survey survey : lineage.surveys()) {
            add(survey.notes(), prefix + survey.method(), subjects);
        }
        lineage.parameters().forEach((name, made) -> add(made.notes(), prefix + name, subjects));
        subjects.forEach((note, names) -> print(note, names, err));
    }

    private static void add(
            List<String> notes, String subject, Map<String, List<String>> subjects) {
        notes.forEach(note -> subjects.computeIfAbsent(note, n -> new ArrayList<>()).add(subject));
    }

    private static void print(String note, List<String> subjects, PrintWriter err) {
        subjects.stream()
                .limit(MOST)
                .forEach(subject -> err.println(Printable.line("note: " + subject + ": " + note)));
        if (subjects.size() > MOST) {
            err.println("      and %d more".formatted(subjects.size() - MOST));
        }
    }
}
