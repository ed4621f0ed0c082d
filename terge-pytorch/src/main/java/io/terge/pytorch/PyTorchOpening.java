package io.terge.pytorch;

import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.files.OpenFile;
import io.terge.files.Quoted;
import io.terge.pytorch.archive.SavedObject;
import io.terge.pytorch.archive.TorchArchive;
import io.terge.pytorch.exported.ExportedProgram;
import io.terge.pytorch.pickle.GlobalPolicy;
import io.terge.pytorch.problem.TorchCode;
import io.terge.pytorch.script.ScriptModule;
import io.terge.pytorch.tensor.Storages;
import io.terge.pytorch.tensor.TensorView;
import io.terge.spi.format.ModelSource;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Opens a file of whatever layout; its first bytes tell which.
 *
 * @param key the state dict to take
 * @param policy what pickles may name
 */
record PyTorchOpening(Optional<String> key, GlobalPolicy policy) {

    private static final int SNIFFED = 512;
    private static final char PICKLE = '\u0080';
    private static final String GIT_LFS = "version https://git-lfs";

    ModelSource open(Path path) throws IOException {
        OpenFile file = OpenFile.open(path);
        try {
            return read(file);
        } catch (IOException | RuntimeException | Error failure) {
            file.close();
            throw failure;
        }
    }

    private ModelSource read(OpenFile file) throws IOException {
        String start = start(file);
        if (PyTorchFormat.isZip(file)) {
            TorchArchive archive = TorchArchive.read(file);
            return switch (archive.kind()) {
                case SAVED -> saved(file, SavedObject.of(archive, policy));
                case SCRIPT -> script(file, ScriptModule.read(archive, policy));
                case EXPORTED -> exported(file, ExportedProgram.read(archive));
            };
        }
        // Before pickles, as PyTorch does: a file can be both, and only one of them be looked at.
        if (TarHeader.isOne(start)) {
            throw unsupported(file, "is a tar archive, as of PyTorch before 0.4");
        }
        if (!start.isEmpty() && start.charAt(0) == PICKLE) {
            return saved(file, SavedObject.legacy(file, policy));
        }
        throw unknown(file, start);
    }

    private ModelSource saved(OpenFile file, SavedObject object) {
        return new StateDictReader(file, object).read(key);
    }

    private static ModelSource script(OpenFile file, ScriptModule module) {
        List<Problem> warnings =
                IgnoredObjects.warnings(
                        file.path(),
                        "tensors that are not parameters, which are not merged",
                        module.ignored());
        return source(file, "TorchScript archive", module.views(), module.storages(), warnings);
    }

    private static ModelSource exported(OpenFile file, ExportedProgram program) {
        return source(file, "torch.export archive", program.views(), program.storages(), List.of());
    }

    private static ModelSource source(
            OpenFile file,
            String layout,
            Map<String, TensorView> views,
            Storages storages,
            List<Problem> warnings) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("layout", layout);
        details.putAll(PyTorchSource.strides(views));
        return PyTorchSource.of(file, views, storages, warnings, details);
    }

    private static String start(OpenFile file) throws IOException {
        byte[] bytes = new byte[(int) Math.min(SNIFFED, file.size())];
        file.bytes(0, bytes.length).read(0, MemorySegment.ofArray(bytes));
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static TergeException unknown(OpenFile file, String start) {
        String subject = Quoted.of(file.path());
        if (start.isEmpty()) {
            return new TergeException(
                    Problem.of(TergeCode.FILE_TRUNCATED, subject + " is empty")
                            .fix("copy or download the file again"));
        }
        if (start.startsWith(GIT_LFS)) {
            return new TergeException(
                    Problem.of(
                                    TorchCode.TORCH_INVALID,
                                    subject + " is a pointer of Git LFS, not the file itself")
                            .fix("fetch the file with `git lfs pull`"));
        }
        return new TergeException(
                Problem.of(
                        TorchCode.TORCH_INVALID,
                        subject + " is neither a zip archive nor a pickle of torch.save"));
    }

    private static TergeException unsupported(OpenFile file, String what) {
        return new TergeException(
                Problem.of(
                                TorchCode.TORCH_UNSUPPORTED,
                                "%s %s, which is not supported"
                                        .formatted(Quoted.of(file.path()), what))
                        .fix("load it with PyTorch and save its state dict"));
    }
}
