package io.terge.files;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A source that is another one, except for what it overrides.
 *
 * @since 0.1
 */
public interface ForwardingSource extends ModelSource {

    /** The other source. */
    ModelSource model();

    @Override
    default List<ParameterSpec> parameters() {
        return model().parameters();
    }

    @Override
    default Tensor tensor(String name) {
        return model().tensor(name);
    }

    @Override
    default Footprint footprint(ParameterSpec parameter) {
        return model().footprint(parameter);
    }

    @Override
    default Map<String, String> ties() {
        return model().ties();
    }

    @Override
    default Map<String, String> aliases() {
        return model().aliases();
    }

    @Override
    default List<ParameterGroup> groups() {
        return model().groups();
    }

    @Override
    default Map<String, String> metadata() {
        return model().metadata();
    }

    @Override
    default List<Companion> companions() {
        return model().companions();
    }

    @Override
    default Optional<ModelReference> resolved() {
        return model().resolved();
    }

    @Override
    default SequencedMap<String, String> traits() {
        return model().traits();
    }

    @Override
    default Optional<Vocabulary> vocabulary() {
        return model().vocabulary();
    }

    @Override
    default SequencedMap<String, String> details() {
        return model().details();
    }

    @Override
    default List<Path> files() {
        return model().files();
    }

    @Override
    default List<Problem> warnings() {
        return model().warnings();
    }

    @Override
    default void checkUnchanged() throws IOException {
        model().checkUnchanged();
    }

    @Override
    default void close() throws IOException {
        model().close();
    }
}
