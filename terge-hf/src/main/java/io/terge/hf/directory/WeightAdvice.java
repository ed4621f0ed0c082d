package io.terge.hf.directory;

import io.terge.files.Directory;
import io.terge.files.Quoted;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What to do about a directory without weights that can be read. It never leads to a part of a
 * model: one of several shards, or an adapter.
 *
 * @param path the directory
 * @param names what is in it
 */
record WeightAdvice(Path path, List<String> names) {

    private static final int DIRECTORIES_SHOWN = 10;

    private static final String PIPELINE = "model_index.json";
    private static final String INDEX = ".safetensors.index.json";
    private static final String GGUF = ".gguf";

    private static final Pattern ADAPTER =
            Pattern.compile("adapter_(config|model)\\..*|pytorch_lora_weights\\..*");

    /** What to do first. */
    String text() throws IOException {
        if (isAdapter()) {
            return "it is an adapter: merge it into its base first (in Python, with peft:"
                    + " model.merge_and_unload(), then save_pretrained), and specify the result";
        }
        List<String> parts = directoriesWithWeights();
        if (names.contains(PIPELINE) && !parts.isEmpty()) {
            return "merge each part of the pipeline separately: " + shown(parts);
        }
        Optional<String> index = named(name -> name.endsWith(INDEX));
        if (index.isPresent()) {
            return "rename the index %s in a copy of the directory to %s"
                    .formatted(Quoted.of(index.get()), WeightKind.SAFETENSORS.index());
        }
        return ofFiles().orElseGet(() -> ofDirectories(parts));
    }

    private boolean isAdapter() {
        return names.stream().anyMatch(ADAPTER.asMatchPredicate())
                && WeightNames.likeliest(names).isEmpty();
    }

    private Optional<String> ofFiles() {
        Optional<String> whole = WeightNames.likeliest(names);
        if (whole.isPresent()) {
            return whole.map(file -> "specify the file itself: " + Quoted.of(path.resolve(file)));
        }
        if (names.stream().anyMatch(WeightNames::isShard)) {
            return Optional.of(
                    "download or copy the index of the shards too, %s or %s"
                            .formatted(WeightKind.SAFETENSORS.index(), WeightKind.PYTORCH.index()));
        }
        if (WeightNames.haveParts(names)) {
            return Optional.of(
                    "join the parts into one model in safetensors first; if each file is a model"
                            + " of its own, specify the file");
        }
        return named(name -> name.endsWith(GGUF))
                .map(
                        file ->
                                "use the model that it was made from, or convert it (in Python:"
                                        + " from_pretrained(directory, gguf_file=%s), then save_pretrained)"
                                                .formatted(Quoted.of(file)))
                .or(
                        () ->
                                named(WeightNames::areOfAnotherFormat)
                                        .map(file -> "convert the weights to safetensors"));
    }

    private static String ofDirectories(List<String> parts) {
        return switch (parts.size()) {
            case 0 -> "check the path";
            case 1 -> "specify the directory of the weights: " + parts.getFirst();
            default -> "specify one of the directories with weights: " + shown(parts);
        };
    }

    private Optional<String> named(Predicate<String> wanted) {
        return names.stream().filter(wanted).findFirst();
    }

    private static String shown(List<String> directories) {
        int more = directories.size() - DIRECTORIES_SHOWN;
        return directories.stream().limit(DIRECTORIES_SHOWN).collect(Collectors.joining(", "))
                + (more > 0 ? " and " + more + " more" : "");
    }

    /** The subdirectories that are models, or have a file that is one. */
    private List<String> directoriesWithWeights() throws IOException {
        List<String> found = new ArrayList<>();
        for (String name : names) {
            Path part = path.resolve(name);
            if (Files.isDirectory(part) && Files.isReadable(part)) {
                List<String> files = new Directory(part).names();
                if (new ModelDirectory(part).hasWeights()
                        || WeightNames.likeliest(files).isPresent()
                        || files.stream().anyMatch(WeightNames::isShard)) {
                    found.add(Quoted.of(part));
                }
            }
        }
        return found;
    }
}
