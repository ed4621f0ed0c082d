package io.terge.pytorch;

import io.terge.error.Problem;
import io.terge.error.TergeException;
import io.terge.files.OpenFile;
import io.terge.files.Quoted;
import io.terge.files.StoredTensors;
import io.terge.files.group.NamedGroups;
import io.terge.files.group.ShardGroup;
import io.terge.pytorch.problem.TorchCode;
import io.terge.pytorch.tensor.Storage;
import io.terge.pytorch.tensor.Storages;
import io.terge.pytorch.tensor.TensorBytes;
import io.terge.pytorch.tensor.TensorView;
import io.terge.spi.format.ModelSource;
import io.terge.spi.format.ParameterGroup;
import io.terge.tensor.Footprint;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.StoredBytes;
import io.terge.tensor.Tensor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** An open PyTorch file. */
final class PyTorchSource implements ModelSource {

    private final OpenFile file;
    private final StoredTensors tensors;
    private final Map<String, Footprint> footprints;
    private final Map<String, String> ties;
    private final List<Problem> warnings;
    private final SequencedMap<String, String> details;
    private final boolean isAlone;

    private PyTorchSource(
            OpenFile file,
            StoredTensors tensors,
            Map<String, Footprint> footprints,
            Map<String, String> ties,
            List<Problem> warnings,
            Map<String, String> details,
            boolean isAlone) {
        this.file = file;
        this.isAlone = isAlone;
        this.tensors = tensors;
        this.footprints = Map.copyOf(footprints);
        this.ties = Map.copyOf(ties);
        this.warnings = List.copyOf(warnings);
        this.details = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(details));
    }

    /**
     * Makes a source.
     *
     * @param views the tensors by name, in order; two names of one view are tied
     * @param storages the bytes of the tensors
     */
    static PyTorchSource of(
            OpenFile file,
            Map<String, TensorView> views,
            Storages storages,
            List<Problem> warnings,
            Map<String, String> details) {
        checkTypes(file, views);
        List<Tensor> tensors = new ArrayList<>();
        Map<String, Footprint> footprints = new HashMap<>();
        Map<TensorView, String> first = new HashMap<>();
        Map<String, String> ties = new HashMap<>();
        views.forEach(
                (name, view) -> {
                    ParameterSpec spec = view.spec(name);
                    StoredBytes bytes = TensorBytes.of(view, storages.bytes(view.storage()));
                    tensors.add(Tensor.stored(spec, bytes));
                    footprints.put(name, TensorBytes.footprint(spec, bytes));
                    String other = first.putIfAbsent(view, name);
                    if (other != null && spec.byteSize() > 0) {
                        ties.put(name, other);
                    }
                });
        return new PyTorchSource(
                file, StoredTensors.of(tensors), footprints, ties, warnings, details, false);
    }

    /** Returns this source as a model that no other consists of. */
    PyTorchSource alone() {
        return new PyTorchSource(file, tensors, footprints, ties, warnings, details, true);
    }

    /** PyTorch gives all tensors of a storage the class of the first, whatever the others say. */
    private static void checkTypes(OpenFile file, Map<String, TensorView> views) {
        Map<String, Storage> first = new HashMap<>();
        views.forEach(
                (name, view) -> {
                    Storage storage = view.storage();
                    if (!storage.equals(first.computeIfAbsent(storage.key(), key -> storage))) {
                        throw new TergeException(
                                Problem.of(
                                        TorchCode.TORCH_TENSOR_INVALID,
                                        ("%s: the tensor %s has a storage that is of another"
                                                        + " type or size for another tensor")
                                                .formatted(
                                                        Quoted.of(file.path()), Quoted.of(name))));
                    }
                });
    }

    /** Tells the strides of tensors that are not contiguous. */
    static Map<String, String> strides(Map<String, TensorView> views) {
        Map<String, String> strides = new LinkedHashMap<>();
        views.forEach(
                (name, view) -> {
                    if (!view.isContiguous()) {
                        strides.put("strides of " + name, view.strides().toString());
                    }
                });
        return strides;
    }

    @Override
    public List<ParameterSpec> parameters() {
        return tensors.parameters();
    }

    @Override
    public Tensor tensor(String name) {
        return tensors.get(name);
    }

    @Override
    public Footprint footprint(ParameterSpec parameter) {
        return footprints.getOrDefault(parameter.name(), Footprint.stored(parameter));
    }

    @Override
    public Map<String, String> ties() {
        return ties;
    }

    @Override
    public List<ParameterGroup> groups() {
        List<ParameterGroup> groups = new ArrayList<>();
        if (isAlone) {
            ShardGroup.of(file.path(), parameters()).ifPresent(groups::add);
        }
        groups.addAll(NamedGroups.of(parameters()));
        return groups;
    }

    @Override
    public List<Problem> warnings() {
        return warnings;
    }

    @Override
    public SequencedMap<String, String> details() {
        return details;
    }

    @Override
    public void checkUnchanged() throws IOException {
        file.checkUnchanged();
    }

    @Override
    public List<Path> files() {
        return List.of(file.path());
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
