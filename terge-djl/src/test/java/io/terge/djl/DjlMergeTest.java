package io.terge.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;

import io.terge.api.MergeReport;
import io.terge.engine.Terge;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.model.ModelReference;
import io.terge.tensor.DType;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

@NativeTest
class DjlMergeTest {

    private final NDManager manager = NDManager.newBaseManager();
    private final SequentialBlock a = Networks.classifier(manager);
    private final SequentialBlock b = Networks.classifier(manager);
    private final NDArray input = manager.randomNormal(new Shape(5, 3));

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void mergesInPlace() {
        float[] one = Networks.values(a, "04Linear_weight");
        float[] another = Networks.values(b, "04Linear_weight");
        NDArray array = a.getParameters().get("04Linear_weight").getArray();
        float[] before = Networks.output(a, input);
        MergeReport report = Terge.merge(a, b).inPlace();
        assertThat(report.merged()).isEqualTo(8);
        assertThat(array.toFloatArray()).containsExactly(Networks.means(one, another));
        assertThat(Networks.values(b, "04Linear_weight")).containsExactly(another);
        assertThat(Networks.output(a, input)).isNotEqualTo(before);
    }

    @Test
    void computesWhatABlockWithTheMergedNumbersComputes() {
        SequentialBlock c = Networks.classifier(manager);
        Terge.merge(a, b).into(c);
        float[] expected = Networks.output(c, input);
        Terge.merge(a, b).inPlace();
        assertThat(Networks.output(a, input)).containsExactly(expected);
    }

    @Test
    void doesNotReplaceABlockWithoutLeave() {
        float[] before = Networks.values(b, "04Linear_weight");
        ModelReference target = DjlModels.reference(b, "b");
        assertThatExceptionOfType(TergeException.class)
                .isThrownBy(() -> Terge.merge(a, a).to(target))
                .matches(refusal -> refusal.code() == TergeCode.OUTPUT_EXISTS);
        assertThat(Networks.values(b, "04Linear_weight")).containsExactly(before);
    }

    @Test
    void doesNotChangeTheTypeOfABlock() {
        float[] before = Networks.values(a, "04Linear_weight");
        assertThatExceptionOfType(TergeException.class)
                .isThrownBy(
                        () -> Terge.merge(a, b).with(request -> request.dtype(DType.F16)).inPlace())
                .withMessageContaining("expected F32 [4, 3], got F16 [4, 3]");
        assertThat(Networks.values(a, "04Linear_weight")).containsExactly(before);
    }

    @Test
    void mergesALiveModelWithACheckpoint(@TempDir Path folder) {
        float[] one = Networks.values(a, "01Linear_bias");
        float[] another = Networks.values(b, "01Linear_bias");
        Path file = folder.resolve("b.safetensors");
        Terge.merge(b).to(file);
        try (Model model = Model.newInstance("live")) {
            model.setBlock(a);
            Terge.merge(DjlModels.reference(model), ModelReference.at(file))
                    .weights(0, 1)
                    .inPlace();
            assertThat(Networks.values(a, "01Linear_bias")).containsExactly(another);
            MergeReport report = Terge.merge(file, model).to(folder.resolve("merged.safetensors"));
            assertThat(report.lineage().models()).hasSize(2);
        }
        assertThat(one).isNotEqualTo(another);
    }

    @Test
    void aTrainerStaysValid() {
        SequentialBlock fresh = Networks.classifier(manager);
        try (Model model = Model.newInstance("trained");
                Model other = Model.newInstance("fresh")) {
            model.setBlock(a);
            other.setBlock(fresh);
            try (Trainer trainer = trainer(model)) {
                step(trainer);
                Terge.merge(model, b).inPlace();
                Terge.merge(a).into(fresh);
                float[] merged = Networks.values(a, "04Linear_weight");
                step(trainer);
                assertThat(Networks.values(a, "04Linear_weight")).isNotEqualTo(merged);
            }
            try (Trainer trainer = trainer(other)) {
                step(trainer);
            }
            for (String name : a.getParameters().keys()) {
                assertThat(Networks.values(a, name))
                        .as(name)
                        .isEqualTo(Networks.values(fresh, name));
            }
        }
    }

    private Trainer trainer(Model model) {
        Optimizer descent = Optimizer.sgd().setLearningRateTracker(Tracker.fixed(0.1f)).build();
        Trainer trainer =
                model.newTrainer(new DefaultTrainingConfig(Loss.l2Loss()).optOptimizer(descent));
        trainer.initialize(new Shape(5, 3));
        return trainer;
    }

    private void step(Trainer trainer) {
        try (GradientCollector collector = trainer.newGradientCollector()) {
            NDList output = trainer.forward(new NDList(input));
            NDList labels = new NDList(manager.ones(new Shape(5, 2)));
            collector.backward(trainer.getLoss().evaluate(labels, output));
        }
        trainer.step();
    }

    @Test
    void whatHasNothingInCommonStaysAsItIs() {
        Linear wide = Networks.initialized(linear(1, false), manager, new Shape(1, 10));
        Linear tall = Networks.initialized(linear(10, false), manager, new Shape(1, 1));
        float[] before = Networks.values(wide, "weight");
        MergeReport report = Terge.merge(wide, tall).inPlace();
        assertThat(report.warnings())
                .extracting(problem -> problem.code())
                .containsExactly(TergeCode.NO_PARAMETERS_TO_MERGE);
        assertThat(Networks.values(wide, "weight")).containsExactly(before);
    }

    private static Linear linear(int units, boolean bias) {
        return Linear.builder().setUnits(units).optBias(bias).build();
    }
}
