package io.terge.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.benchmarks.check.OutputCheck;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

class RaceTest {

    @TempDir private Path folder = Path.of("");

    private final List<String> done = new ArrayList<>();
    private int runs;

    @Test
    void contendersTakeTurnsAndOnlyTheRoundsCount() throws IOException {
        List<Series> all = race().run(List.of(contender("a", 2), contender("b", 1)), 3);
        assertThat(done)
                .containsExactly("a", "check a", "a", "b", "check b", "a", "b", "a", "b", "a", "b");
        // The number of the run is its time.
        assertThat(all).extracting(Series::name).containsExactly("a", "b");
        assertThat(all.get(0).seconds()).containsExactly(4.0, 6.0, 8.0);
        assertThat(all.get(1).seconds()).containsExactly(5.0, 7.0, 9.0);
        assertThat(all.get(1).median()).isEqualTo(7);
        assertThat(all.get(1).min()).isEqualTo(5);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aWrongOutputEndsTheRace() {
        OutputCheck wrong =
                output -> {
                    throw new IOException("wrong");
                };
        Contender contender = new Contender("a", 1, 1, output -> run("a", output), wrong);
        assertThatThrownBy(() -> race().run(List.of(contender), 3)).hasMessage("wrong");
        assertThat(done).containsExactly("a");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theTimeWithoutTheStartIsASeriesOfItsOwn() throws IOException {
        Task telling = output -> new Measurement(5, OptionalDouble.of(3), OptionalLong.of(70));
        List<Series> all = race().run(List.of(new Contender("a", 4, 1, telling, output -> {})), 2);
        assertThat(all)
                .containsExactly(
                        new Series("a", 4, List.of(5.0, 5.0), OptionalLong.of(70)),
                        new Series("a without start", 4, List.of(3.0, 3.0), OptionalLong.of(70)));
    }

    @Test
    void eachRunIsPrepared() throws IOException {
        Race race = new Race(folder, news -> {}, () -> done.add("before"));
        race.run(List.of(contender("a", 1)), 1);
        assertThat(done).containsExactly("before", "a", "check a", "before", "a");
    }

    private Race race() {
        return new Race(folder, news -> {});
    }

    private Contender contender(String name, int warmUps) {
        return new Contender(
                name,
                1,
                warmUps,
                output -> run(name, output),
                output -> {
                    assertThat(output).isDirectoryContaining("glob:**/" + name);
                    done.add("check " + name);
                });
    }

    private Measurement run(String name, Path output) throws IOException {
        Files.createDirectory(output); // Fails if the last one's is there.
        Files.createFile(output.resolve(name));
        done.add(name);
        return new Measurement(++runs, OptionalDouble.empty(), OptionalLong.empty());
    }
}
