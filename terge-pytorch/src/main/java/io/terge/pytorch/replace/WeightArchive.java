package io.terge.pytorch.replace;

import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.files.Quoted;
import io.terge.files.zip.ZipEntry;
import io.terge.files.zip.ZipLayout;
import io.terge.files.zip.ZipLayoutBuilder;
import io.terge.pytorch.archive.ArchiveStorages;
import io.terge.pytorch.archive.TorchArchive;
import io.terge.pytorch.tensor.TensorView;
import io.terge.spi.format.ModelBlueprint;
import io.terge.tensor.ParameterSpec;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * An archive whose weights can be replaced: the entries of its tensors are written anew, all others
 * are copied as they are.
 *
 * @param archive the archive, which is read until the layout is completed
 * @param views its tensors by name
 * @param storages the entries that the tensors are in
 * @param title what messages call what is in the archive, e.g. {@code the TorchScript module}
 */
public record WeightArchive(
        TorchArchive archive,
        Map<String, TensorView> views,
        ArchiveStorages storages,
        String title) {

    private static final int ALIGNMENT = 64;
    private static final String FIX =
            "write a state dict instead: choose a file name that ends with .pth";

    public WeightArchive {
        views = Collections.unmodifiableMap(new LinkedHashMap<>(views));
    }

    /**
     * Returns the layout of a model.
     *
     * @throws TergeException with {@code OUTPUT_NOT_SUPPORTED} if the model does not have exactly
     *     the archive's tensors, in the same types and shapes, or one of them cannot be replaced
     */
    public ZipLayout of(ModelBlueprint blueprint) {
        Map<String, ParameterSpec> entries = entries(blueprint);
        ZipLayoutBuilder layout = ZipLayout.builder().alignment(ALIGNMENT);
        for (ZipEntry entry : archive.zip().entries()) {
            ParameterSpec spec = entries.get(entry.name());
            if (spec == null) {
                layout.copy(archive.zip(), entry);
            } else {
                layout.parameter(entry.name(), spec.name(), spec.byteSize());
            }
        }
        return layout.build();
    }

    /** Which parameter is in which entry. */
    private Map<String, ParameterSpec> entries(ModelBlueprint blueprint) {
        Map<String, ParameterSpec> entries = new HashMap<>();
        for (ParameterSpec spec : blueprint.parameters()) {
            TensorView view = view(spec);
            checkReplaceable(spec.name(), view);
            ZipEntry entry = storages.entry(view.storage());
            if (entries.put(entry.name(), spec) != null) {
                throw refused("shares its storage with another tensor", spec.name(), FIX);
            }
        }
        checkTies(blueprint);
        Set<String> written = new HashSet<>(blueprint.ties().keySet());
        blueprint.parameters().forEach(spec -> written.add(spec.name()));
        for (String name : views.keySet()) {
            if (!written.contains(name)) {
                throw refused("of %s is missing from the output".formatted(title), name, FIX);
            }
        }
        return entries;
    }

    private TensorView view(ParameterSpec spec) {
        TensorView view = views.get(spec.name());
        if (view == null) {
            throw refused("is not in " + title, spec.name(), FIX);
        }
        if (view.shape().equals(spec.shape()) && !view.type().dtype().equals(spec.dtype())) {
            throw refused(
                    "is %s in %s, which keeps its types, but %s is requested for the output"
                            .formatted(view.type().dtype(), title, spec.dtype()),
                    spec.name(),
                    "omit the output type (--dtype, in Java .dtype(...)), or " + FIX);
        }
        if (!view.spec(spec.name()).equals(spec)) {
            throw refused(
                    "is %s %s in %s, but %s %s in the output"
                            .formatted(
                                    view.type().dtype(),
                                    view.shape(),
                                    title,
                                    spec.dtype(),
                                    spec.shape()),
                    spec.name(),
                    FIX);
        }
        return view;
    }

    private void checkReplaceable(String name, TensorView view) {
        if (!view.isContiguous()) {
            throw refused(
                    "is not contiguous in " + title,
                    name,
                    "save it with contiguous parameters, or " + FIX);
        }
        if (!view.isWholeStorage()) {
            throw refused("is only a part of its storage in " + title, name, FIX);
        }
    }

    private void checkTies(ModelBlueprint blueprint) {
        blueprint
                .ties()
                .forEach(
                        (name, other) -> {
                            TensorView view = views.get(name);
                            if (view == null || !view.equals(views.get(other))) {
                                throw refused("is not tied in " + title, name, FIX);
                            }
                        });
    }

    private static TergeException refused(String what, String name, String fix) {
        return new TergeException(
                Problem.of(
                                TergeCode.OUTPUT_NOT_SUPPORTED,
                                "The tensor %s %s".formatted(Quoted.of(name), what))
                        .fix(fix));
    }
}
