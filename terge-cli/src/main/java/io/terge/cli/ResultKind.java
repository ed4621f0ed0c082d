package io.terge.cli;

import io.terge.cli.json.ReportJson;
import io.terge.engine.lineage.LineageJson;

import java.io.IOException;
import java.nio.file.Path;

/** The files that a merge writes beside the model, for those who ask. */
enum ResultKind {
    /** How every merged parameter came about. */
    LINEAGE("lineage", "--lineage") {
        @Override
        boolean describes(Path file) {
            try {
                LineageJson.read(file);
                return true;
            } catch (IOException somethingElse) {
                return false;
            }
        }
    },
    /** What the merge did, and what it took. */
    REPORT("report", "--json-report") {
        @Override
        boolean describes(Path file) {
            return ReportJson.isReport(file);
        }
    };

    private final String noun;
    private final String option;

    ResultKind(String noun, String option) {
        this.noun = noun;
        this.option = option;
    }

    /** What it is called in a sentence. */
    String noun() {
        return noun;
    }

    /** The option that asks for it. */
    String option() {
        return option;
    }

    /** Whether a file is one of this kind, of whichever merge. */
    abstract boolean describes(Path file);
}
