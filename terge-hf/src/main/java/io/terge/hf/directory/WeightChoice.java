package io.terge.hf.directory;

import io.terge.error.Problem;
import io.terge.files.Quoted;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;

/**
 * Which of a directory's weights are read.
 *
 * @param directory the directory
 * @param files the files with weights that could be read, the one that is first
 */
record WeightChoice(Path directory, List<String> files) {

    WeightChoice {
        files = List.copyOf(files);
    }

    /** What there is to tell of the weights. */
    SequencedMap<String, String> details(List<Shard> shards) {
        SequencedMap<String, String> details = new LinkedHashMap<>();
        String read = files.getFirst();
        boolean sharded = WeightNames.isIndex(read);
        details.put("weights", sharded ? "%s of %s".formatted(count(shards), read) : read);
        for (Shard shard : shards) {
            String prefix = sharded ? shard.path().getFileName() + ": " : "";
            shard.source()
                    .details()
                    .forEach((name, text) -> details.putIfAbsent(prefix + name, text));
        }
        return details;
    }

    private static String count(List<Shard> shards) {
        return shards.size() == 1 ? "1 shard" : shards.size() + " shards";
    }

    /** What the user should know of the weights. */
    List<Problem> warnings(List<Shard> shards) {
        Stream<Problem> own =
                files.size() == 1
                        ? Stream.empty()
                        : Stream.of(
                                Problem.of(
                                                DirectoryCode.OTHER_WEIGHTS_IGNORED,
                                                "%s has several sets of weights: %s is read, %s not"
                                                        .formatted(
                                                                Quoted.of(directory),
                                                                files.getFirst(),
                                                                ignored()))
                                        .fix("to read another set, name its file as the model"));
        return Stream.concat(
                        own, shards.stream().flatMap(shard -> shard.source().warnings().stream()))
                .toList();
    }

    private String ignored() {
        List<String> others = files.subList(1, files.size());
        return String.join(", ", others) + (others.size() == 1 ? " is" : " are");
    }
}
