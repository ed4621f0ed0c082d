package io.terge.engine.model;

import io.terge.error.Problem;
import io.terge.spi.format.Companion;
import io.terge.spi.format.ModelSource;
import io.terge.spi.format.ParameterGroup;
import io.terge.tensor.DType;
import io.terge.tensor.Footprint;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;
import io.terge.tensor.Tensor;
import io.terge.tensor.TensorArray;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** A model whose headers say what a test says. Counts how often it is closed. */
class TestSource implements ModelSource {

    final List<ParameterSpec> parameters = new ArrayList<>();
    final Map<String, Footprint> footprints = new HashMap<>();
    final Map<String, String> ties = new HashMap<>();
    final Map<String, String> aliases = new HashMap<>();
    final Map<String, String> metadata = new HashMap<>();
    final SequencedMap<String, String> details = new LinkedHashMap<>();
    final List<ParameterGroup> groups = new ArrayList<>();
    final List<Companion> companions = new ArrayList<>();
    final List<Problem> warnings = new ArrayList<>();
    int closed;

    TestSource with(String name, DType dtype, long... shape) {
        parameters.add(ParameterSpec.of(name, dtype, Shape.of(shape)));
        return this;
    }

    TestSource tied(String name, String other) {
        ties.put(name, other);
        return this;
    }

    TestSource aliased(String name, String of) {
        aliases.put(name, of);
        return this;
    }

    TestSource group(String... members) {
        groups.add(ParameterGroup.of("a weight and its scales", List.of(members)));
        return this;
    }

    TestSource companion(String name) {
        companions.add(
                new Companion() {
                    @Override
                    public String name() {
                        return name;
                    }

                    @Override
                    public InputStream open() {
                        return new ByteArrayInputStream(new byte[0]);
                    }
                });
        return this;
    }

    @Override
    public List<ParameterSpec> parameters() {
        return parameters;
    }

    @Override
    public Tensor tensor(String name) {
        return TensorArray.of(new float[1]).tensor(name);
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
    public Map<String, String> aliases() {
        return aliases;
    }

    @Override
    public List<ParameterGroup> groups() {
        return groups;
    }

    @Override
    public Map<String, String> metadata() {
        return metadata;
    }

    @Override
    public SequencedMap<String, String> details() {
        return details;
    }

    @Override
    public List<Companion> companions() {
        return companions;
    }

    @Override
    public List<Problem> warnings() {
        return warnings;
    }

    @Override
    public void close() throws IOException {
        closed++;
    }
}
