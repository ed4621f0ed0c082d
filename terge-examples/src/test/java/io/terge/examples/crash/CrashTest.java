package io.terge.examples.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.api.Merger;
import io.terge.engine.Terge;
import io.terge.model.ModelReference;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Runs that are killed at random moments leave the old model or the new one, complete; the next run
 * leaves nothing else. System properties: {@code terge.crash.kills} is the number of kills, for all
 * kinds of output together; {@code terge.crash.seed} chooses the moments.
 */
class CrashTest {

    private static final int KILLS = Integer.getInteger("terge.crash.kills", 50);
    private static final long SEED = Long.getLong("terge.crash.seed", 1);
    private static final int LONGEST_MILLIS = 120;

    private final Merger merger = Terge.create();

    @TempDir private Path folder;

    @TestFactory
    Stream<DynamicTest> theOldOrTheNewModelIsThere() throws IOException, InterruptedException {
        Victim.archive(archive(), Files.createDirectory(folder.resolve("first")));
        int each = Math.max(1, KILLS / (2 * OutputKind.values().length));
        return Arrays.stream(OutputKind.values())
                .flatMap(
                        kind ->
                                Stream.of(true, false)
                                        .map(
                                                exchanging ->
                                                        DynamicTest.dynamicTest(
                                                                name(kind, exchanging),
                                                                () ->
                                                                        kill(
                                                                                kind,
                                                                                exchanging,
                                                                                each))));
    }

    private Path archive() {
        return folder.resolve("classes.jsa");
    }

    private static String name(OutputKind kind, boolean exchanging) {
        return kind + (exchanging ? "" : " without exchange");
    }

    private void kill(OutputKind kind, boolean exchanging, int count)
            throws IOException, InterruptedException {
        Path place = Files.createDirectories(folder.resolve(name(kind, exchanging)));
        List<Map<String, String>> complete = new ArrayList<>();
        kind.makeModels(Files.createDirectory(place.resolve("expected")));
        complete.add(Digests.of(kind.output(place.resolve("expected"))));
        for (boolean second : new boolean[] {true, false}) {
            kind.merge(merger, place.resolve("expected"), second);
            complete.add(Digests.of(kind.output(place.resolve("expected"))));
        }
        Random random = new Random(SEED);
        Path model = Files.createDirectory(place.resolve("killed"));
        kind.makeModels(model);
        for (int kill = 0; kill < count; kill++) {
            try (Victim victim = Victim.start(archive(), kind, model, exchanging)) {
                victim.killAfter(random.nextInt(LONGEST_MILLIS));
            }
            check(kind, model, complete);
        }
    }

    private void check(OutputKind kind, Path model, List<Map<String, String>> complete)
            throws IOException {
        Path output = kind.output(model);
        // Opening a model also repairs it.
        assertThat(merger.inspect(ModelReference.at(output)).parameters()).hasSize(1);
        assertThat(Digests.of(output)).isIn(complete);
        kind.merge(merger, model, false);
        assertThat(Digests.of(output)).isEqualTo(complete.getLast());
        try (Stream<Path> files = Files.list(model)) {
            assertThat(files).hasSize(3);
        }
    }
}
