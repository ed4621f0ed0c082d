package io.terge.cli.text;

import io.terge.api.Omission;

import java.io.PrintWriter;
import java.util.List;

/** Prints what is not merged, or not from all models: a line for each cause. */
public final class OmissionText {

    private OmissionText() {}

    /** Prints a heading and the lines, or nothing if there is nothing to print. */
    public static void print(List<Omission> omissions, PrintWriter out) {
        print("", omissions, out);
    }

    /** The same for a stage. */
    static void print(String stage, List<Omission> omissions, PrintWriter out) {
        if (omissions.isEmpty()) {
            return;
        }
        String of = stage.isEmpty() ? "" : " in stage " + stage;
        out.println(Printable.line("not merged, or not from all models%s:".formatted(of)));
        for (Omission omission : omissions) {
            out.println(Printable.line("  " + line(omission)));
        }
        out.flush();
    }

    // What a layout leaves out are whole layers; the JSON of the plan has names.
    private static String line(Omission omission) {
        return omission.cause() == Omission.Cause.NOT_IN_LAYOUT
                ? omission.text()
                        + "; to use them, add their layers under 'slices' (names: terge plan"
                        + " --json)"
                : "%s: %s".formatted(omission.text(), omission.names());
    }
}
