package io.terge.pytorch.script;

import io.terge.pytorch.archive.ArchiveStorages;
import io.terge.pytorch.archive.SavedObject;
import io.terge.pytorch.archive.TorchArchive;
import io.terge.pytorch.pickle.GlobalPolicy;
import io.terge.pytorch.pickle.Unpickled;
import io.terge.pytorch.tensor.TensorView;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The module in a TorchScript archive.
 *
 * @param archive the archive
 * @param pickle the module as it is pickled
 * @param views its parameters, buffers and other tensors, by name, in order
 * @param storages their bytes
 */
public record ScriptModule(
        TorchArchive archive,
        Unpickled pickle,
        Map<String, TensorView> views,
        ArchiveStorages storages) {

    public ScriptModule {
        views = Collections.unmodifiableMap(new LinkedHashMap<>(views));
    }

    /**
     * Reads the module of an archive.
     *
     * @throws io.terge.error.TergeException if it is malformed
     */
    public static ScriptModule read(TorchArchive archive, GlobalPolicy policy) throws IOException {
        Unpickled pickle = SavedObject.unpickle(archive, TorchArchive.PICKLE, policy);
        return new ScriptModule(
                archive,
                pickle,
                new ModuleTensors(archive.subject()).of(pickle.value()),
                new ArchiveStorages(archive, "data/"));
    }
}
