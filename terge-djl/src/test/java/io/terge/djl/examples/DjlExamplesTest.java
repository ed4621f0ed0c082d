package io.terge.djl.examples;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;

import io.terge.api.Lineage;
import io.terge.api.MergeReport;
import io.terge.djl.NativeTest;
import io.terge.djl.Networks;
import io.terge.error.TergeCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

@NativeTest
class DjlExamplesTest {

    private static final String INPUT = "l_0_i2h_WEIGHT";
    private static final String STATE = "l_0_h2h_WEIGHT";

    private final NDManager manager = NDManager.newBaseManager();
    private final Block one = SampleBlocks.lstm(manager, 10, 1);
    private final Block deeper = SampleBlocks.lstm(manager, 10, 2);
    private final Block wider = SampleBlocks.lstm(manager, 30, 1);

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void everyExampleRuns(@TempDir Path folder) throws IOException {
        DjlInPlace.main(new String[0]);
        DjlBases.main(new String[0]);
        DjlAndPyTorch.main(new String[] {folder.toString()});
        assertThat(folder.resolve("tagger.safetensors")).exists();
    }

    @Test
    void networksOfDifferentSizesMergeWhatTheyShare() {
        float[] expected =
                Networks.means(Networks.values(one, INPUT), Networks.values(deeper, INPUT));
        MergeReport report = DjlInPlace.merge(one, deeper, wider);
        assertThat(Networks.values(one, INPUT)).containsExactly(expected);
        assertThat(contributions(report, INPUT))
                .extracting(Lineage.Contribution::model)
                .containsExactly(0, 1);
        assertThat(contributions(report, STATE))
                .extracting(Lineage.Contribution::model)
                .containsExactly(0, 1, 2);
    }

    @Test
    void anIndexOrAnotherModelIsTheBase() {
        float[] first = Networks.values(one, INPUT);
        float[] second = Networks.values(deeper, INPUT);
        float[] third = Networks.values(deeper, "l_1_i2h_WEIGHT");
        DjlBases.intoTheSecond(one, deeper);
        assertThat(Networks.values(one, INPUT)).containsExactly(first);
        assertThat(Networks.values(deeper, INPUT)).containsExactly(Networks.means(first, second));
        assertThat(Networks.values(deeper, "l_1_i2h_WEIGHT")).containsExactly(third);
        float[] own = Networks.values(wider, INPUT);
        float[] state = Networks.means(Networks.values(one, STATE), Networks.values(deeper, STATE));
        DjlBases.intoAnother(one, deeper, wider);
        assertThat(Networks.values(wider, INPUT)).containsExactly(own);
        assertThat(Networks.values(wider, STATE)).containsExactly(state);
    }

    @Test
    void aCopyLeavesTheModelsAsTheyAre() {
        Block copy = SampleBlocks.lstm(manager, 10, 1);
        float[] before = Networks.values(one, INPUT);
        DjlBases.intoACopy(one, deeper, copy);
        assertThat(Networks.values(one, INPUT)).containsExactly(before);
        assertThat(Networks.values(copy, INPUT))
                .containsExactly(Networks.means(before, Networks.values(deeper, INPUT)));
    }

    @Test
    void networksThatShareNothingAreNotMerged() {
        MergeReport report =
                DjlBases.nothingShared(
                        SampleBlocks.linear(manager, 10, 1), SampleBlocks.linear(manager, 1, 10));
        assertThat(report.warnings())
                .extracting(problem -> problem.code())
                .containsExactly(TergeCode.NO_PARAMETERS_TO_MERGE);
    }

    @Test
    void aBlockMergesWithAPyTorchCheckpoint(@TempDir Path folder) {
        Block block = SampleBlocks.tagger(manager);
        Block other = SampleBlocks.tagger(manager);
        String head = "03Linear_weight";
        float[] expected =
                Networks.means(Networks.values(block, head), Networks.values(other, head));
        MergeReport report = DjlAndPyTorch.merge(block, DjlAndPyTorch.checkpoint(other, folder));
        assertThat(report.merged()).isEqualTo(10);
        assertThat(Networks.values(block, head)).containsExactly(expected);
    }

    private static List<Lineage.Contribution> contributions(MergeReport report, String name) {
        return requireNonNull(report.lineage().parameters().get(name), name).contributions();
    }
}
