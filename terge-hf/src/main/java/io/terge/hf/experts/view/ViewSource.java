package io.terge.hf.experts.view;

import io.terge.files.ClosedTogether;
import io.terge.files.ForwardingSource;
import io.terge.model.ModelReference;
import io.terge.spi.format.Companion;
import io.terge.spi.format.ModelSource;
import io.terge.spi.format.ParameterGroup;
import io.terge.spi.format.Vocabulary;
import io.terge.tensor.Footprint;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Tensor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A model with parameters of other names, or more of them, or less.
 *
 * @param model the model
 * @param others other models that are read, closed together with it
 * @param shown the parameters by name
 * @param companions the files
 * @param resolved a reference to exactly this view
 */
record ViewSource(
        ModelSource model,
        List<ModelSource> others,
        SequencedMap<String, Shown> shown,
        List<Companion> companions,
        Optional<ModelReference> resolved)
        implements ForwardingSource {

    ViewSource {
        others = List.copyOf(others);
        companions = List.copyOf(companions);
    }

    @Override
    public List<ParameterSpec> parameters() {
        return shown.values().stream().map(Shown::spec).toList();
    }

    @Override
    public Tensor tensor(String name) {
        return find(name).tensor();
    }

    @Override
    public Footprint footprint(ParameterSpec parameter) {
        return find(parameter.name()).footprint();
    }

    private Shown find(String name) {
        Shown one = shown.get(name);
        if (one == null) {
            throw new IllegalArgumentException("There is no parameter '" + name + "'");
        }
        return one;
    }

    @Override
    public Map<String, String> ties() {
        return visible(model.ties(), true);
    }

    @Override
    public Map<String, String> aliases() {
        return visible(model.aliases(), false);
    }

    private Map<String, String> visible(Map<String, String> names, boolean areShown) {
        Map<String, String> visible = new HashMap<>(names);
        visible.keySet().removeIf(name -> areShown && !shown.containsKey(name));
        visible.values().removeIf(name -> !shown.containsKey(name));
        return visible;
    }

    @Override
    public List<ParameterGroup> groups() {
        return model.groups().stream()
                .filter(group -> shown.keySet().containsAll(group.members()))
                .toList();
    }

    @Override
    public Optional<Vocabulary> vocabulary() {
        // Without files, it is a part of a model, which knows no tokens.
        return companions.isEmpty() ? Optional.empty() : model.vocabulary();
    }

    @Override
    public List<Path> files() {
        return all().stream().flatMap(source -> source.files().stream()).distinct().toList();
    }

    @Override
    public void checkUnchanged() throws IOException {
        for (ModelSource source : all()) {
            source.checkUnchanged();
        }
    }

    @Override
    public void close() throws IOException {
        ClosedTogether.close(all());
    }

    private List<ModelSource> all() {
        List<ModelSource> all = new ArrayList<>(others);
        all.addFirst(model);
        return all;
    }
}
