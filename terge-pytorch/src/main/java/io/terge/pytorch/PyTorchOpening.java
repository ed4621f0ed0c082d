package io.terge.pytorch;

import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.files.OpenFile;
import io.terge.files.Quoted;
import io.terge.pytorch.archive.FileStart;
import io.terge.pytorch.archive.SavedObject;
import io.terge.pytorch.archive.TorchArchive;
import io.terge.pytorch.exported.ExportedProgram;
import io.terge.pytorch.pickle.GlobalPolicy;
import io.terge.pytorch.pickle.PickleGlobal;
import io.terge.pytorch.problem.TorchCode;
import io.terge.pytorch.script.ScriptModule;
import io.terge.pytorch.tensor.TensorView;
import io.terge.spi.format.ModelSource;

import java.io.IOException;
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
        FileStart start = FileStart.of(file.bytes(0, file.size()));
        if (start.isZip()) {
            TorchArchive archive = TorchArchive.read(file);
            return switch (archive.kind()) {
                case SAVED -> saved(file, SavedObject.of(archive, policy));
                case SCRIPT -> {
                    checkNoKey(file, "a TorchScript archive");
                    yield script(file, ScriptModule.read(archive, policy));
                }
                case EXPORTED -> {
                    checkNoKey(file, "an archive of torch.export");
                    yield exported(file, ExportedProgram.read(archive));
                }
            };
        }
        // Before pickles, as PyTorch does: a file can be both, and only one of them be looked at.
        if (start.isTar()) {
            throw unsupported(file, "is a tar archive, as of PyTorch before 0.4");
        }
        if (start.isPickle()) {
            return saved(file, SavedObject.legacy(file, policy));
        }
        throw UnknownFile.failure(file, start);
    }

    private void checkNoKey(OpenFile file, String what) {
        if (key.isPresent()) {
            throw new TergeException(
                    Problem.of(
                                    TergeCode.INVALID_SETTING,
                                    ("%s is %s, which contains one model; the setting 'key' is"
                                                    + " only for state dicts")
                                            .formatted(Quoted.of(file.path()), what))
                            .fix("omit ?key="));
        }
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
        return PyTorchSource.of(
                file,
                module.views(),
                module.storages(),
                warnings,
                details("TorchScript archive", module.views(), module.pickle().globals()));
    }

    private ModelSource exported(OpenFile file, ExportedProgram program) throws IOException {
        List<PickleGlobal> globals = new ProgramPickles(program, policy).globals();
        List<Problem> warnings =
                IgnoredObjects.warnings(
                        file.path(),
                        program.constants().size() == 1
                                ? "1 constant or non-persistent buffer, which is not merged"
                                : "%d constants or non-persistent buffers, which are not merged"
                                        .formatted(program.constants().size()),
                        program.constants());
        return PyTorchSource.of(
                file,
                program.views(),
                program.storages(),
                warnings,
                details("torch.export archive", program.views(), globals));
    }

    private static Map<String, String> details(
            String layout, Map<String, TensorView> views, List<PickleGlobal> globals) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("layout", layout);
        details.put("names in the pickles", PickleNames.of(globals));
        details.putAll(PyTorchSource.strides(views));
        return details;
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
