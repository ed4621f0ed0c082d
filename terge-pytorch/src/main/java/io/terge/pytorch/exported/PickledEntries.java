package io.terge.pytorch.exported;

import io.terge.files.zip.ZipEntry;
import io.terge.pytorch.archive.TorchArchive;

import java.util.List;
import java.util.Locale;

/**
 * Finds what PyTorch unpickles, without restrictions, when it loads a program: example inputs and
 * constants.
 *
 * @param archive the archive
 * @param constants the constants of its programs
 */
record PickledEntries(TorchArchive archive, Constants constants) {

    private static final String INPUTS = "data/sample_inputs/";
    private static final String SAVED = ".pt";
    private static final String CUSTOM = "custom_obj_";
    private static final String OPAQUE = "opaque_obj_";

    /** Returns them in the order of the archive. */
    List<PickledEntry> find() {
        return archive.zip().entries().stream()
                .filter(entry -> entry.size() > 0)
                .filter(entry -> isSaved(name(entry)) || isOpaque(name(entry)))
                .map(entry -> new PickledEntry(entry, isSaved(name(entry))))
                .toList();
    }

    /** PyTorch finds entries whatever the case of their names is. */
    private String name(ZipEntry entry) {
        String name = entry.name().toLowerCase(Locale.ROOT);
        String folder = archive.folder().toLowerCase(Locale.ROOT);
        return name.startsWith(folder) ? name.substring(folder.length()) : "";
    }

    private boolean isSaved(String name) {
        if (!name.startsWith(Constants.FOLDER)) {
            return name.startsWith(INPUTS);
        }
        String constant = name.substring(Constants.FOLDER.length());
        return !constant.startsWith(OPAQUE)
                && (constant.startsWith(CUSTOM)
                        || constant.endsWith(SAVED)
                        || constants.pickled().contains(constant));
    }

    private static boolean isOpaque(String name) {
        return name.startsWith(Constants.FOLDER + OPAQUE);
    }
}
