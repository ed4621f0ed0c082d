package io.terge.pytorch;

import io.terge.pytorch.archive.SavedObject;
import io.terge.pytorch.exported.ExportedProgram;
import io.terge.pytorch.exported.PickledEntry;
import io.terge.pytorch.pickle.GlobalPolicy;
import io.terge.pytorch.pickle.PickleGlobal;
import io.terge.pytorch.pickle.Unpickled;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads the pickles that PyTorch loads with a program, only to see what they name.
 *
 * @param program the program
 * @param policy what they may name
 */
record ProgramPickles(ExportedProgram program, GlobalPolicy policy) {

    /** Returns what they name, in order; a name that is not accepted is an exception. */
    List<PickleGlobal> globals() throws IOException {
        Set<PickleGlobal> globals = new LinkedHashSet<>();
        for (PickledEntry pickle : program.pickles()) {
            globals.addAll(read(pickle).globals());
        }
        return List.copyOf(globals);
    }

    private Unpickled read(PickledEntry pickle) throws IOException {
        return pickle.saved()
                ? SavedObject.inside(program.archive(), pickle.entry(), policy).pickle()
                : SavedObject.unpickle(program.archive(), pickle.entry(), policy);
    }
}
