package io.terge.pytorch.script;

import io.terge.error.Problem;
import io.terge.error.TergeException;
import io.terge.pytorch.archive.ArchiveStorages;
import io.terge.pytorch.archive.SavedObject;
import io.terge.pytorch.archive.TorchArchive;
import io.terge.pytorch.pickle.GlobalPolicy;
import io.terge.pytorch.pickle.Unpickled;
import io.terge.pytorch.problem.TorchCode;
import io.terge.pytorch.tensor.TensorView;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The module in a TorchScript archive.
 *
 * @param archive the archive
 * @param pickle the module as it is pickled
 * @param views its parameters, buffers and other tensors, by name, in order
 * @param storages their bytes
 * @param ignored the tensors that are not read, in words
 */
public record ScriptModule(
        TorchArchive archive,
        Unpickled pickle,
        Map<String, TensorView> views,
        ArchiveStorages storages,
        List<String> ignored) {

    private static final String CONSTANTS = "constants/";

    public ScriptModule {
        views = Collections.unmodifiableMap(new LinkedHashMap<>(views));
        ignored = List.copyOf(ignored);
    }

    /**
     * Reads the module of an archive.
     *
     * @throws TergeException if it is malformed, or with {@link TorchCode#TORCH_NO_STATE_DICT} if
     *     it is frozen, so that its tensors have no names
     */
    public static ScriptModule read(TorchArchive archive, GlobalPolicy policy) throws IOException {
        Unpickled pickle = SavedObject.unpickle(archive, TorchArchive.PICKLE, policy);
        ModuleTensors tensors = new ModuleTensors(archive.subject());
        Map<String, TensorView> views = tensors.of(pickle.value());
        List<String> ignored = new ArrayList<>(tensors.ignored());
        long constants = constants(archive);
        if (constants > 0 && views.isEmpty()) {
            throw frozen(archive);
        }
        if (constants > 0) {
            ignored.add(
                    constants == 1
                            ? "1 tensor in the code"
                            : "%d tensors in the code".formatted(constants));
        }
        return new ScriptModule(
                archive, pickle, views, new ArchiveStorages(archive, "data/"), ignored);
    }

    /** The number of tensors that the code contains as constants; they have no names. */
    private static long constants(TorchArchive archive) {
        return archive.zip().entries().stream()
                .filter(entry -> entry.name().startsWith(archive.folder() + CONSTANTS))
                .count();
    }

    private static TergeException frozen(TorchArchive archive) {
        return new TergeException(
                Problem.of(
                                TorchCode.TORCH_NO_STATE_DICT,
                                archive.subject()
                                        + " contains a frozen TorchScript module, whose tensors"
                                        + " are constants in the code and have no names")
                        .fix("use the module from before torch.jit.freeze"));
    }
}
