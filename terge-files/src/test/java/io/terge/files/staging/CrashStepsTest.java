package io.terge.files.staging;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.files.Directory;
import io.terge.files.tiny.TinyDirectory;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A run is killed before each change that it makes to the file system. Then the old model or the
 * new one is there, complete, and the next run leaves nothing else.
 */
class CrashStepsTest {

    private static final int ENOUGH = 500;
    private static final Replacement OVERWRITE = Replacement.overwriting(true);
    private static final Replacement IN_PLACE = new Replacement(true, true, false);
    private static final Replacement BACKUP = new Replacement(true, true, true);

    @TempDir private Path folder;
    private int run;

    /** What is written, and how it takes its place. */
    record Case(boolean isDirectory, boolean isNew, Replacement replacement, boolean isExchanged) {}

    static Stream<Case> cases() {
        Stream<Case> directories =
                Stream.of(OVERWRITE, IN_PLACE, BACKUP)
                        .flatMap(
                                replacement ->
                                        Stream.of(
                                                new Case(true, false, replacement, true),
                                                new Case(true, false, replacement, false)));
        Stream<Case> others =
                Stream.of(
                        new Case(true, true, OVERWRITE, true),
                        new Case(false, true, OVERWRITE, true),
                        new Case(false, false, IN_PLACE, true),
                        new Case(false, false, BACKUP, true));
        return Stream.concat(directories, others);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theOldOrTheNewModelIsThereWhateverTheMoment(Case one) throws IOException {
        int kills = 0;
        while (kills < ENOUGH && isKilled(one, kills)) {
            kills++;
        }
        assertThat(kills).isBetween(5, ENOUGH - 1);
    }

    private boolean isKilled(Case one, int changes) throws IOException {
        Path place = Files.createDirectory(folder.resolve("run-" + run++));
        Path target = place.resolve("out");
        if (!one.isNew()) {
            makeOld(one, target);
        }
        Map<String, String> before = Trees.of(target);
        FrozenProvider frozen = new FrozenProvider(changes);
        try {
            write(one, frozen.path(target), frozen);
        } catch (FrozenProvider.Killed killed) {
            assertThat(frozen.isFrozen()).isTrue();
        }
        if (frozen.isFrozen()) {
            disown(place);
            checkOldOrNew(one, target, before);
            write(one, target, new FrozenProvider(Integer.MAX_VALUE));
        }
        checkDone(one, target, before);
        return frozen.isFrozen();
    }

    private static void makeOld(Case one, Path target) throws IOException {
        if (!one.isDirectory()) {
            Files.writeString(target, "old");
            return;
        }
        Files.createDirectories(target.resolve("empty"));
        Files.createDirectories(target.resolve("a/.git"));
        Files.writeString(target.resolve("a/.git/HEAD"), "ref");
        Files.writeString(target.resolve("model.tiny"), "old");
        Files.writeString(target.resolve("config.json"), "old");
        Files.createSymbolicLink(target.resolve("link"), Path.of("../nowhere"));
    }

    private static void write(Case one, Path target, FrozenProvider counter) throws IOException {
        OutputTarget place =
                one.isDirectory()
                        ? OutputTarget.directory(target, new TinyDirectory())
                        : OutputTarget.file(target);
        PathExchange exchange =
                (left, right) -> one.isExchanged() && exchange(left, right, counter);
        try (StagedOutput output = StagedOutput.begin(place, one.replacement(), exchange)) {
            if (one.isDirectory()) {
                Files.createDirectory(output.content());
                Files.writeString(output.content().resolve("model.tiny"), "new");
                Files.writeString(output.content().resolve("config.json"), "new");
            } else {
                Files.writeString(output.content(), "new");
            }
            output.commit();
        }
    }

    private static boolean exchange(Path left, Path right, FrozenProvider counter) {
        counter.change();
        return new NativeExchange().exchange(FrozenPath.unwrap(left), FrozenPath.unwrap(right));
    }

    /** Makes what this process has left that of another: it was killed, and its number is gone. */
    private static void disown(Path place) throws IOException {
        for (Path entry : new Directory(place).entries()) {
            String name = String.valueOf(entry.getFileName());
            if (name.startsWith(".out.terge-")) {
                Files.move(entry, place.resolve(name.replaceFirst("-\\w+-\\w+-", "-1-1-")));
            }
        }
    }

    private static void checkOldOrNew(Case one, Path target, Map<String, String> before)
            throws IOException {
        if (one.isDirectory()) {
            InterruptedReplacement.repair(target);
        }
        Map<String, String> after = Trees.of(target);
        if (!after.equals(before)) {
            assertThat(after).isEqualTo(expected(one, before));
        }
    }

    private static void checkDone(Case one, Path target, Map<String, String> before)
            throws IOException {
        assertThat(Trees.of(target)).isEqualTo(expected(one, before));
        Path place = Objects.requireNonNull(target.getParent());
        List<String> others =
                new Directory(place).names().stream().filter(name -> !name.equals("out")).toList();
        if (one.replacement().backup()) {
            assertThat(others).isNotEmpty().allMatch(name -> name.startsWith("out.backup-"));
            assertThat(others).anyMatch(name -> Trees.of(place.resolve(name)).equals(before));
        } else {
            assertThat(others).isEmpty();
        }
    }

    private static Map<String, String> expected(Case one, Map<String, String> before) {
        return one.isDirectory()
                ? Trees.with(before, Map.of("model.tiny", "new", "config.json", "new"))
                : Map.of("", "new");
    }
}
