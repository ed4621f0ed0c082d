package io.terge.engine.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.api.Lineage;
import io.terge.api.MergeListener;
import io.terge.api.MergeProgress;
import io.terge.api.MergeReport;
import io.terge.api.MergeRequest;
import io.terge.engine.Terge;
import io.terge.engine.fixture.RecordingListener;
import io.terge.engine.fixture.Scene;
import io.terge.engine.fixture.ScriptedSurvey;
import io.terge.error.TergeException;
import io.terge.model.ModelReference;
import io.terge.spi.method.Block;
import io.terge.spi.method.MethodDescription;
import io.terge.spi.method.MethodOption;
import io.terge.spi.method.ModelSurvey;
import io.terge.spi.method.Output;
import io.terge.spi.method.ParameterMerge;
import io.terge.tensor.TensorArray;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

class SurveysTest {

    private static final int RUN = 65_536;
    private static final MethodDescription OPTION =
            MethodDescription.of("surveying")
                    .option(MethodOption.number("scale", "what is multiplied").orElse(1));

    private final RecordingListener listener = new RecordingListener();

    @Test
    void whatIsFoundDecidesEveryParameter() {
        Map<String, TensorArray> merged = new LinkedHashMap<>();
        merge(surveying(Sum::of), 3, merged);
        // 1 + 2 + 3 of the first model times its own elements.
        assertThat(array(merged, "a")).containsExactly(6 * 1, 6 * 2);
        assertThat(array(merged, "b")).containsExactly(6 * 3);
    }

    @Test
    void theRecordHasWhatWasFoundAndNoted() {
        ScriptedSurvey<Double> method =
                surveying(
                        model -> {
                            model.note("looked at " + model.parameters().size());
                            return Sum.of(model);
                        });
        Lineage lineage = merge(method, 2, new LinkedHashMap<>()).lineage();
        assertThat(lineage.surveys())
                .singleElement()
                .satisfies(
                        survey -> {
                            assertThat(survey.method()).isEqualTo("surveying");
                            assertThat(survey.options()).containsEntry("scale", "1");
                            assertThat(survey.found()).isEqualTo("6.0");
                            assertThat(survey.notes()).containsExactly("looked at 2");
                        });
    }

    @Test
    void thereIsOneForEachSetOfOptions() {
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        ScriptedSurvey<Double> method =
                surveying(
                        model -> {
                            seen.add(
                                    model.options().text("scale")
                                            + model.parameters().stream()
                                                    .map(ModelSurvey.Parameter::name)
                                                    .toList());
                            return 1.0;
                        });
        Map<String, TensorArray> model = Map.of("a", floats(1), "b", floats(1), "c", floats(1));
        MergeReport report =
                Terge.builder()
                        .plugin(method)
                        .build()
                        .merge(
                                MergeRequest.builder()
                                        .model(ModelReference.of(model, "x"))
                                        .model(ModelReference.of(model, "y"))
                                        .method("surveying")
                                        .option("b", "scale", "7")
                                        .to(ModelReference.of(new LinkedHashMap<>(), "merged"))
                                        .build());
        assertThat(seen).containsExactlyInAnyOrder("1[a, c]", "7[b]");
        assertThat(report.lineage().surveys())
                .extracting(survey -> survey.options().get("scale"))
                .containsExactly("1", "7");
    }

    @Test
    void parametersAreJoinedInTheirOrderHoweverTheWorkIsCut() {
        Map<String, TensorArray> model = new LinkedHashMap<>();
        model.put("a", TensorArray.of(new float[RUN + 1]));
        model.put("none", TensorArray.of(new float[0]));
        model.put("b", TensorArray.of(new float[3]));
        model.put("c", TensorArray.of(new float[2 * RUN]));
        for (int threads : new int[] {1, 2, 3, 7}) {
            List<String> found = new ArrayList<>();
            ScriptedSurvey<Double> method =
                    surveying(
                            survey -> {
                                found.add(survey.reduce(new Places()));
                                return 1.0;
                            });
            Terge.builder()
                    .plugin(method)
                    .threads(threads)
                    .build()
                    .merge(
                            MergeRequest.builder()
                                    .model(ModelReference.of(model, "x"))
                                    .model(ModelReference.of(model, "y"))
                                    .method("surveying")
                                    .to(ModelReference.of(new LinkedHashMap<>(), "merged"))
                                    .build());
            assertThat(found).containsExactly("(((a0 a65536) (b0 c0)) c65536)");
        }
    }

    @Test
    void theBytesOfThePassAreCounted() {
        MergeReport report = merge(surveying(Sum::of), 2, new LinkedHashMap<>());
        MergeProgress last = listener.steps().getLast();
        assertThat(report.bytesRead()).isEqualTo(2 * 2 * 3 * 4);
        assertThat(last.bytesDone()).isEqualTo(last.bytesTotal()).isEqualTo(report.bytesRead());
    }

    @Test
    void thereAreNoMorePassesThanDeclared() {
        Scene scene =
                Scene.of(
                        surveying(
                                model -> {
                                    model.reduce(new Sum());
                                    return model.reduce(new Sum());
                                }));
        assertThat(scene.problem())
                .hasMessageContaining("Plugin 'surveying' failed while surveying the model")
                .hasMessageContaining("The method declares surveyPasses(1) but needs another pass");
    }

    @Test
    void aSurveyThatWasKeptIsRefused() {
        List<ModelSurvey> kept = new ArrayList<>();
        Scene scene =
                Scene.of(
                        surveying(
                                model -> {
                                    kept.add(model);
                                    return 1.0;
                                }));
        scene.merge(MergeListener.none());
        assertThatThrownBy(() -> kept.getFirst().reduce(new Sum()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aFailureInAMergeAfterItNamesTheParameter() {
        ScriptedSurvey<Double> method =
                new ScriptedSurvey<>(
                        "surveying",
                        OPTION,
                        model -> 1.0,
                        (merge, found) -> {
                            merge.gram(); // It declares one pass, which is the output.
                            return Output.linear(1, 0);
                        });
        TergeException failure = Scene.of(method).problem();
        assertThat(failure)
                .hasMessageContaining("failed while merging 'w' of left, right")
                .hasMessageContaining("The method declares passes(1) but needs another pass");
    }

    @Test
    void itIsMadeOnce() {
        AtomicInteger surveys = new AtomicInteger();
        Scene.of(
                        surveying(
                                model -> {
                                    surveys.incrementAndGet();
                                    return 1.0;
                                }))
                .merge(MergeListener.none());
        assertThat(surveys).hasValue(1);
    }

    private static ScriptedSurvey<Double> surveying(Function<ModelSurvey, Double> survey) {
        return new ScriptedSurvey<>("surveying", OPTION, survey, SurveysTest::times);
    }

    private static Output times(ParameterMerge merge, double found) {
        return Output.linear(found, 0);
    }

    private MergeReport merge(
            ScriptedSurvey<Double> method, int threads, Map<String, TensorArray> merged) {
        Map<String, TensorArray> model = new LinkedHashMap<>();
        model.put("a", floats(1, 2));
        model.put("b", floats(3));
        return Terge.builder()
                .plugin(method)
                .threads(threads)
                .build()
                .merge(
                        MergeRequest.builder()
                                .model(ModelReference.of(model, "x"))
                                .model(ModelReference.of(model, "y"))
                                .method("surveying")
                                .to(ModelReference.of(merged, "merged"))
                                .build(),
                        listener);
    }

    private static TensorArray floats(float... values) {
        return TensorArray.of(values);
    }

    private static double[] array(Map<String, TensorArray> merged, String name) {
        return Objects.requireNonNull(merged.get(name), name).toDoubles();
    }

    /** The sum of the first model's elements. */
    private record Sum() implements ModelSurvey.ModelReduction<Double> {

        static double of(ModelSurvey model) {
            return model.reduce(new Sum());
        }

        @Override
        public Double start() {
            return 0.0;
        }

        @Override
        public Double add(Double soFar, ModelSurvey.Parameter parameter, Block block) {
            double sum = soFar;
            for (int e = 0; e < block.length(); e++) {
                sum += block.input(0)[e];
            }
            return sum;
        }

        @Override
        public Double join(Double left, Double right) {
            return left + right;
        }
    }

    /** Where runs start, and how they were joined. */
    private record Places() implements ModelSurvey.ModelReduction<String> {

        @Override
        public String start() {
            return "";
        }

        @Override
        public String add(String soFar, ModelSurvey.Parameter parameter, Block block) {
            return soFar.isEmpty() ? parameter.name() + block.start() : soFar;
        }

        @Override
        public String join(String left, String right) {
            return "(" + left + " " + right + ")";
        }
    }
}
