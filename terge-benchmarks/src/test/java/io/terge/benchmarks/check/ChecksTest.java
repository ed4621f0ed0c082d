package io.terge.benchmarks.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.benchmarks.checkpoint.Checkpoints;
import io.terge.benchmarks.checkpoint.LlamaShape;
import io.terge.benchmarks.checkpoint.WeightType;
import io.terge.benchmarks.run.Contender;
import io.terge.benchmarks.run.CopyProcess;
import io.terge.benchmarks.run.LibraryMerge;
import io.terge.benchmarks.run.PlainCopy;
import io.terge.benchmarks.run.PlainRead;
import io.terge.benchmarks.run.Race;
import io.terge.benchmarks.run.Recipe;
import io.terge.benchmarks.run.Series;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

class ChecksTest {

    @TempDir private Path folder = Path.of("");

    @ParameterizedTest
    @EnumSource
    void contendersThatDoTheirWorkPass(WeightType type) throws IOException {
        List<Path> models = models(type);
        Recipe mean = Recipe.mean(models);
        OutputCheck merged =
                new MeanCheck(models, mean.weights(), true).and(SameBytes.asEachOther());
        OutputCheck copied = SameBytes.as(models.getFirst());
        List<Series> series =
                new Race(folder.resolve("out"), news -> {})
                        .run(
                                List.of(
                                        new Contender(
                                                "copy", 2, 1, new PlainCopy(models, 2), copied),
                                        new Contender(
                                                "process",
                                                2,
                                                1,
                                                new CopyProcess(models, 2),
                                                copied),
                                        new Contender(
                                                "read",
                                                2,
                                                1,
                                                new PlainRead(models, 2),
                                                nothing -> {}),
                                        new Contender(
                                                "one", 1, 1, LibraryMerge.of(mean, 1), merged),
                                        new Contender(
                                                "two", 2, 1, LibraryMerge.of(mean, 2), merged)),
                                2);
        assertThat(series)
                .extracting(Series::name)
                .containsExactly("copy", "process", "read", "one", "two");
        assertThat(series).allSatisfy(one -> assertThat(one.seconds()).hasSize(2));
        assertThat(folder.resolve("out")).isEmptyDirectory();
    }

    @Test
    void aModelThatIsNotTheMeanIsNoticed() throws IOException {
        List<Path> models = models(WeightType.BF16);
        MeanCheck exact = new MeanCheck(models, List.of(1, 2), true);
        assertThatThrownBy(() -> exact.check(models.getFirst()))
                .isInstanceOf(WrongOutputException.class)
                .hasMessageContaining("but the mean is");
        MeanCheck near = new MeanCheck(models, List.of(1, 2), false);
        assertThatThrownBy(() -> near.check(models.getLast()))
                .isInstanceOf(WrongOutputException.class);
        MeanCheck first = new MeanCheck(models, List.of(1, 0), true);
        assertThatCode(() -> first.check(models.getFirst())).doesNotThrowAnyException();
    }

    @Test
    void otherBytesAreNoticed() throws IOException {
        List<Path> models = models(WeightType.BF16);
        SameBytes check = SameBytes.as(models.getFirst());
        assertThatCode(() -> check.check(models.getFirst())).doesNotThrowAnyException();
        assertThatThrownBy(() -> check.check(models.getLast()))
                .isInstanceOf(WrongOutputException.class);
    }

    @Test
    void outputsThatAreNotNearTheFirstAreNoticed() throws IOException {
        List<Path> models = models(WeightType.BF16);
        NearEachOther check = new NearEachOther();
        check.check(models.getFirst());
        assertThatCode(() -> check.check(models.getFirst())).doesNotThrowAnyException();
        assertThatThrownBy(() -> check.check(models.getLast()))
                .isInstanceOf(WrongOutputException.class)
                .hasMessageContaining("are near those of the first output");
    }

    private List<Path> models(WeightType type) throws IOException {
        return new Checkpoints(folder, new LlamaShape(300, 64, 176, 2, 4, 2), type).models(2);
    }
}
