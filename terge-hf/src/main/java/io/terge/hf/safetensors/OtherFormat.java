package io.terge.hf.safetensors;

import io.terge.error.Problem;

/** Says what a file looks like that is not a safetensors file, whatever its name is. */
final class OtherFormat {

    private static final String POINTER = "version ";
    private static final String ZIP = "PK";
    private static final String PICKLE = "\u0080";
    private static final String GGUF = "GGUF";

    private OtherFormat() {}

    /**
     * Adds what the file looks like to a problem.
     *
     * @param start the first eight bytes, a character each
     */
    static Problem explain(Problem problem, String start) {
        if (start.equals(POINTER)) {
            return problem.fix("this is a Git LFS pointer, not the file: run git lfs pull");
        }
        if (start.startsWith(ZIP) || start.startsWith(PICKLE)) {
            return problem.note("it looks like a PyTorch file")
                    .fix("rename it so that its name ends with .pt");
        }
        if (start.startsWith(GGUF)) {
            return problem.note("it looks like a GGUF file")
                    .fix("convert it to safetensors, or use the model that it was made from");
        }
        return problem.note("it may be a file of another format");
    }
}
