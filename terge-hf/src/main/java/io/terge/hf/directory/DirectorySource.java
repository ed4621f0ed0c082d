package io.terge.hf.directory;

import static java.util.stream.Collectors.toSet;

import io.terge.error.Problem;
import io.terge.files.Companions;
import io.terge.files.Quoted;
import io.terge.files.group.NamedGroups;
import io.terge.hf.config.ModelConfig;
import io.terge.hf.config.VocabularyNames;
import io.terge.hf.tokenizer.TokenizerFiles;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

/** One model in one or more files of weights, which are closed with it. */
final class DirectorySource implements ModelSource {

    private final List<Shard> shards;
    private final Map<String, Held> held;
    private final List<ParameterSpec> parameters;
    private final Map<String, String> ties;
    private final Map<String, String> metadata;
    private final List<Companion> companions;
    private final List<Problem> notFollowed;
    private final WeightChoice choice;
    private final ModelConfig config;
    private final List<ParameterGroup> groups;
    private final Map<String, String> aliases;

    /**
     * Makes the source.
     *
     * @param shards all files
     * @param held the parameters by name, in order
     * @param companions the model's other files
     * @param choice which of the directory's weights these are
     * @param config the configuration
     */
    DirectorySource(
            List<Shard> shards,
            Map<String, Held> held,
            Companions companions,
            WeightChoice choice,
            ModelConfig config) {
        this.shards = shards;
        this.held = held;
        this.parameters = held.values().stream().map(Held::spec).toList();
        this.ties = Map.copyOf(ties(held));
        this.metadata = Map.copyOf(metadata(shards, ties));
        this.companions = List.copyOf(companions.files());
        this.notFollowed = companions.warnings();
        this.choice = choice;
        this.config = config;
        this.aliases = Map.copyOf(config.aliases(parameters));
        this.groups = groups(shards, parameters, config);
    }

    /** A weight and its scales may be in different files; formats may know more than names tell. */
    private static List<ParameterGroup> groups(
            List<Shard> shards, List<ParameterSpec> parameters, ModelConfig config) {
        List<ParameterGroup> groups = new ArrayList<>(NamedGroups.of(parameters));
        List<ParameterGroup> ofShards =
                shards.stream().flatMap(shard -> shard.source().groups().stream()).toList();
        if (!ofShards.isEmpty()) {
            Set<String> known = parameters.stream().map(ParameterSpec::name).collect(toSet());
            Set<String> grouped = members(groups);
            ofShards.stream()
                    .filter(group -> known.containsAll(group.members()))
                    .filter(group -> !grouped.containsAll(group.members()))
                    .forEach(groups::add);
        }
        groups.addAll(config.quantization().groups(parameters, members(groups)));
        return List.copyOf(groups);
    }

    private static Set<String> members(List<ParameterGroup> groups) {
        return groups.stream().flatMap(group -> group.members().stream()).collect(toSet());
    }

    private static Map<String, String> ties(Map<String, Held> held) {
        Map<String, String> ties = new LinkedHashMap<>();
        held.forEach((name, one) -> one.tie().ifPresent(other -> ties.put(name, other)));
        return ties;
    }

    private static Map<String, String> metadata(List<Shard> shards, Map<String, String> ties) {
        Map<String, String> metadata = new LinkedHashMap<>();
        for (Shard shard : shards) {
            shard.source().metadata().forEach(metadata::putIfAbsent);
        }
        // Where shards repeat the ties of all, only the one with the tensor knows them as such.
        metadata.entrySet().removeIf(text -> text.getValue().equals(ties.get(text.getKey())));
        return metadata;
    }

    @Override
    public List<ParameterSpec> parameters() {
        return parameters;
    }

    @Override
    public Tensor tensor(String name) {
        return holder(name).tensor(name);
    }

    @Override
    public Footprint footprint(ParameterSpec parameter) {
        return holder(parameter.name()).footprint(parameter);
    }

    private ModelSource holder(String name) {
        if (shards.size() == 1) {
            return shards.getFirst().source(); // It knows its own parameters.
        }
        Held one = held.get(name);
        if (one == null) {
            throw new IllegalArgumentException("There is no parameter " + Quoted.of(name));
        }
        return one.shard().source();
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
    public SequencedMap<String, String> traits() {
        return config.traits();
    }

    @Override
    public Optional<Vocabulary> vocabulary() {
        return TokenizerFiles.in(choice.directory(), VocabularyNames::contains);
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
        return choice.details(shards);
    }

    @Override
    public List<Companion> companions() {
        return companions;
    }

    @Override
    public List<Problem> warnings() {
        return Stream.of(choice.warnings(shards), notFollowed, config.warnings())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public List<Path> files() {
        return shards.stream().flatMap(shard -> shard.source().files().stream()).toList();
    }

    @Override
    public void checkUnchanged() throws IOException {
        for (Shard shard : shards) {
            shard.source().checkUnchanged();
        }
    }

    @Override
    public void close() throws IOException {
        Shard.close(shards);
    }
}
