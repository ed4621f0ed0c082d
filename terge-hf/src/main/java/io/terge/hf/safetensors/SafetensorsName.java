package io.terge.hf.safetensors;

import java.nio.file.Path;

/** How files of this format are told by their names. */
public final class SafetensorsName {

    /** How the name of a file ends. */
    public static final String SUFFIX = ".safetensors";

    private SafetensorsName() {}

    /** Whether a path ends so, whatever is there. */
    public static boolean isOf(Path path) {
        return path.toString().endsWith(SUFFIX);
    }
}
