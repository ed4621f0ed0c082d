package io.terge.pytorch.exported;

import io.terge.files.zip.ZipEntry;
import io.terge.pytorch.archive.SavedObject;
import io.terge.pytorch.archive.TorchArchive;
import io.terge.pytorch.pickle.GlobalPolicy;
import io.terge.pytorch.pickle.PickleGlobal;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The pickles that PyTorch loads, without restrictions, when it loads a program: example inputs and
 * constants. They are read to see what they name.
 *
 * @param archive the archive
 * @param policy what they may name
 */
record ProgramPickles(TorchArchive archive, GlobalPolicy policy) {

    private static final String INPUTS = "data/sample_inputs/";
    private static final String SAVED = ".pt";
    private static final String CUSTOM = "custom_obj_";
    private static final String OPAQUE = "opaque_obj_";

    /** Returns what the pickles name, in order. */
    List<PickleGlobal> read(Constants constants) throws IOException {
        Set<PickleGlobal> globals = new LinkedHashSet<>();
        for (ZipEntry entry : archive.zip().entries()) {
            // PyTorch finds entries whatever the case of their names is.
            String name = entry.name().toLowerCase(Locale.ROOT);
            String folder = archive.folder().toLowerCase(Locale.ROOT);
            if (entry.size() > 0 && name.startsWith(folder)) {
                globals.addAll(read(entry, name.substring(folder.length()), constants));
            }
        }
        return List.copyOf(globals);
    }

    private List<PickleGlobal> read(ZipEntry entry, String name, Constants constants)
            throws IOException {
        if (name.startsWith(INPUTS)) {
            return saved(entry);
        }
        if (!name.startsWith(Constants.FOLDER)) {
            return List.of();
        }
        String constant = name.substring(Constants.FOLDER.length());
        if (constant.startsWith(OPAQUE)) {
            return SavedObject.unpickle(archive, entry, policy).globals();
        }
        return constant.startsWith(CUSTOM)
                        || constant.endsWith(SAVED)
                        || constants.pickled().contains(constant)
                ? saved(entry)
                : List.of();
    }

    private List<PickleGlobal> saved(ZipEntry entry) throws IOException {
        return SavedObject.inside(archive, entry, policy).pickle().globals();
    }
}
