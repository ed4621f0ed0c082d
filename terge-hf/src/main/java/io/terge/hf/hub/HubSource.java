package io.terge.hf.hub;

import io.terge.error.Problem;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The model in a snapshot, which knows what commit it is.
 *
 * @param snapshot the snapshot
 * @param model the model in its directory
 */
record HubSource(Snapshot snapshot, ModelSource model) implements ModelSource {

    @Override
    public Optional<ModelReference> resolved() {
        return Optional.of(ModelReference.at(snapshot.exact().text()));
    }

    @Override
    public SequencedMap<String, String> details() {
        SequencedMap<String, String> details = new LinkedHashMap<>();
        details.put("hub model", snapshot.name().text());
        details.put("hub commit", snapshot.commit());
        details.put("hub snapshot", snapshot.directory().toString());
        model.details().forEach(details::putIfAbsent);
        return details;
    }

    @Override
    public List<ParameterSpec> parameters() {
        return model.parameters();
    }

    @Override
    public Tensor tensor(String name) {
        return model.tensor(name);
    }

    @Override
    public Footprint footprint(ParameterSpec parameter) {
        return model.footprint(parameter);
    }

    @Override
    public Map<String, String> ties() {
        return model.ties();
    }

    @Override
    public Map<String, String> aliases() {
        return model.aliases();
    }

    @Override
    public SequencedMap<String, String> traits() {
        return model.traits();
    }

    @Override
    public Optional<Vocabulary> vocabulary() {
        return model.vocabulary();
    }

    @Override
    public List<ParameterGroup> groups() {
        return model.groups();
    }

    @Override
    public Map<String, String> metadata() {
        return model.metadata();
    }

    @Override
    public List<Companion> companions() {
        return model.companions();
    }

    @Override
    public List<Problem> warnings() {
        return model.warnings();
    }

    @Override
    public void checkUnchanged() throws IOException {
        model.checkUnchanged();
    }

    @Override
    public List<Path> files() {
        return model.files();
    }

    @Override
    public void close() throws IOException {
        model.close();
    }
}
