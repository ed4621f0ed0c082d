package io.terge.hf.vocabulary.view;

import io.terge.error.Problem;
import io.terge.files.ClosedTogether;
import io.terge.files.ForwardingSource;
import io.terge.model.ModelReference;
import io.terge.spi.format.Companion;
import io.terge.spi.format.ModelSource;
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
import java.util.stream.Stream;

/**
 * A model with the tokens of the output.
 *
 * @param model the model
 * @param open all models that are read, this one included; closed together
 * @param aligned the parameters whose rows are those of the output, by name
 * @param tokens the tokens
 * @param rows how many rows there are
 * @param companions the files
 * @param told what the user should know of them
 * @param resolved a reference to exactly these models
 */
record VocabularySource(
        ModelSource model,
        List<ModelSource> open,
        Map<String, AlignedRows> aligned,
        Vocabulary tokens,
        int rows,
        List<Companion> companions,
        List<Problem> told,
        Optional<ModelReference> resolved)
        implements ForwardingSource {

    VocabularySource {
        open = List.copyOf(open);
        aligned = Map.copyOf(aligned);
        companions = List.copyOf(companions);
        told = List.copyOf(told);
    }

    @Override
    public List<ParameterSpec> parameters() {
        return model.parameters().stream().map(this::shown).toList();
    }

    private ParameterSpec shown(ParameterSpec stored) {
        AlignedRows rows = aligned.get(stored.name());
        return rows == null ? stored : rows.spec();
    }

    @Override
    public Tensor tensor(String name) {
        AlignedRows rows = aligned.get(name);
        return rows == null ? model.tensor(name) : new AlignedTensor(rows);
    }

    @Override
    public Footprint footprint(ParameterSpec parameter) {
        AlignedRows rows = aligned.get(parameter.name());
        return rows == null ? model.footprint(parameter) : rows.footprint();
    }

    @Override
    public SequencedMap<String, String> traits() {
        SequencedMap<String, String> traits = new LinkedHashMap<>(model.traits());
        for (String key : Embeddings.SIZES) {
            traits.computeIfPresent(key, (any, size) -> Integer.toString(rows));
        }
        return traits;
    }

    @Override
    public Optional<Vocabulary> vocabulary() {
        return Optional.of(tokens);
    }

    @Override
    public List<Problem> warnings() {
        return Stream.concat(model.warnings().stream(), told.stream()).toList();
    }

    @Override
    public List<Path> files() {
        return open.stream().flatMap(source -> source.files().stream()).distinct().toList();
    }

    @Override
    public void checkUnchanged() throws IOException {
        for (ModelSource source : open) {
            source.checkUnchanged();
        }
    }

    @Override
    public void close() throws IOException {
        ClosedTogether.close(open);
    }
}
