package io.terge.cli;

import io.terge.cli.json.ReportJson;
import io.terge.error.TergeException;
import io.terge.json.LineageJson;
import io.terge.recipes.file.Recipes;

import java.io.IOException;
import java.nio.file.Path;

/** The files about a merge that commands write on request. */
enum ResultKind {
    /** How every merged parameter was made. */
    LINEAGE("lineage", "--lineage") {
        @Override
        boolean describes(Path file) {
            try {
                LineageJson.read(file);
                return true;
            } catch (IOException | TergeException somethingElse) {
                return false;
            }
        }
    },
    /** What the merge did, its time and memory. */
    REPORT("report", "--json-report") {
        @Override
        boolean describes(Path file) {
            return ReportJson.isReport(file);
        }
    },
    /** What is merged and how. */
    RECIPE("recipe", "--save-recipe") {
        @Override
        boolean describes(Path file) {
            return Recipes.isRecipe(file);
        }
    },
    /** What is merged and how, written when it is planned. */
    RECIPE_OF_PLAN("recipe", "--save-recipe") {
        @Override
        boolean describes(Path file) {
            return false;
        }

        @Override
        boolean mayBeInOutput() {
            return false;
        }

        @Override
        String stateWithoutFile() {
            return "nothing was merged";
        }
    },
    /** What the merge will do. */
    PLAN("plan", "--save") {
        @Override
        boolean describes(Path file) {
            return false;
        }

        @Override
        boolean mayBeInOutput() {
            return false; // Another run creates the output, after this file is written.
        }

        @Override
        String stateWithoutFile() {
            return "nothing was merged";
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

    /** Whether a file beside a model is of this kind, from any merge, and may be replaced. */
    abstract boolean describes(Path file);

    /** Whether it may be in the directory that the merge creates or replaces. */
    boolean mayBeInOutput() {
        return true;
    }

    /** What has been done when it turns out that the file cannot be written. */
    String stateWithoutFile() {
        return "the models are merged; only the %s is missing".formatted(noun);
    }
}
