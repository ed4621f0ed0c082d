package io.terge.pytorch;

import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.files.OpenFile;
import io.terge.files.Quoted;
import io.terge.pytorch.archive.FileStart;
import io.terge.pytorch.problem.TorchCode;

/** Says what a file may be that is not one of PyTorch, whatever its name is. */
final class UnknownFile {

    private static final String GIT_LFS = "version https://git-lfs";
    private static final String GGUF = "GGUF";
    private static final String HDF5 = "\u0089HDF\r\n";

    private UnknownFile() {}

    static TergeException failure(OpenFile file, FileStart start) {
        String subject = Quoted.of(file.path());
        String text = start.text();
        if (text.isEmpty()) {
            return new TergeException(
                    Problem.of(TergeCode.FILE_TRUNCATED, subject + " is empty")
                            .fix("copy or download the file again"));
        }
        if (text.startsWith(GIT_LFS)) {
            return invalid(
                    subject + " is a pointer of Git LFS, not the file itself",
                    "fetch the file with `git lfs pull`");
        }
        if (isSafetensors(text, file.size())) {
            return invalid(
                    subject + " looks like a safetensors file",
                    "rename it so that its name ends with .safetensors");
        }
        String other =
                text.startsWith(GGUF)
                        ? " looks like a GGUF file"
                        : text.startsWith(HDF5) ? " looks like an HDF5 file" : "";
        return invalid(
                subject
                        + (other.isEmpty()
                                ? " is neither a zip archive nor a pickle of torch.save"
                                : other),
                "choose a file that torch.save has written");
    }

    /** It starts with the length of a header, which is JSON. */
    private static boolean isSafetensors(String text, long size) {
        if (text.length() <= Long.BYTES || text.charAt(Long.BYTES) != '{') {
            return false;
        }
        long length = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            length |= (long) text.charAt(i) << (Byte.SIZE * i);
        }
        return length > 0 && length <= size - Long.BYTES;
    }

    private static TergeException invalid(String what, String fix) {
        return new TergeException(Problem.of(TorchCode.TORCH_INVALID, what).fix(fix));
    }
}
