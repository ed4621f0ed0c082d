package io.terge.engine.plan.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.terge.api.MergePlan;
import io.terge.api.MergeRejectedException;
import io.terge.api.MergeRequest;
import io.terge.api.MergeRequestBuilder;
import io.terge.api.Merger;
import io.terge.api.ParameterPlan;
import io.terge.engine.Terge;
import io.terge.engine.fixture.DescribedModel;
import io.terge.engine.fixture.ScriptedAdapter;
import io.terge.engine.fixture.ScriptedTarget;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.tensor.DType;

import org.junit.jupiter.api.Test;

import java.util.List;

class GroupsInPlansTest {

    private static final String EXCLUDE =
            "exclude these parameters (--exclude, in Java .exclude(...))";

    @Test
    void scalesOfPackedWeightsAreNotMerged() {
        List<Problem> problems = refusal(request(packed(), packed()));
        assertThat(problems)
                .extracting(Problem::message)
                .containsExactly(
                        "'q.scale' of model 0 (0) cannot be merged by itself: it is part of a"
                                + " packed weight",
                        "'q.scale' of model 1 (1) cannot be merged by itself: it is part of a"
                                + " packed weight");
        assertThat(problems)
                .allSatisfy(
                        problem -> {
                            assertThat(problem.code()).isEqualTo(TergeCode.GROUP_NOT_MERGEABLE);
                            assertThat(problem.fixes()).containsExactly("unpack it", EXCLUDE);
                        });
    }

    @Test
    void aPackedWeightAndAnOrdinaryOneAreNotMerged() {
        assertThat(refusal(request(packed(), plain("q.weight")))).hasSize(1);
        assertThat(refusal(request(plain("q.weight"), packed()))).hasSize(1);
    }

    @Test
    void aWeightOfEightBitsIsNotTakenAtFaceValue() {
        DescribedModel eight =
                new DescribedModel()
                        .parameter("norm", DType.F32)
                        .parameter("q.weight", DType.F8_E4M3)
                        .parameter("q.scale", DType.F32)
                        .group("", "q.weight", "q.scale");
        assertThat(refusal(request(plain("q.weight"), eight)))
                .singleElement()
                .extracting(Problem::message)
                .asString()
                .startsWith("'q.weight' of model 1 (1) cannot be merged by itself");
        assertThat(refusal(request(eight, plain("q.weight")))).hasSize(1);
        assertThat(
                        refusal(
                                MergeRequest.builder()
                                        .model(plain("q.weight").as("0"))
                                        .model(plain("q.weight").as("1"))
                                        .base(eight.as("eight"))
                                        .to(new ScriptedTarget().as("target"))))
                .hasSize(1);
        plan(request(plain("q.weight"), eight).exclude("exact:q.weight"));
    }

    @Test
    void aWeightThatIsPackedUnderOtherNamesIsTheSameWeight() {
        DescribedModel renamed =
                new DescribedModel()
                        .parameter("norm", DType.F32)
                        .parameter("q.qweight", DType.I32)
                        .parameter("q.scales", DType.F32)
                        .group("q.weight", "q.qweight", "q.scales");
        assertThat(refusal(request(plain("q.weight"), renamed)))
                .singleElement()
                .extracting(Problem::message)
                .asString()
                .startsWith("'q.weight' of model 1");
        assertThat(refusal(request(renamed, plain("q.weight"))))
                .singleElement()
                .extracting(Problem::message)
                .asString()
                .startsWith("'q.qweight' and 1 more of model 0");
    }

    @Test
    void whatHasNoNumbersIsNotLeftOutSilently() {
        DescribedModel blocks =
                new DescribedModel()
                        .parameter("norm", DType.F32)
                        .parameter("e_blocks", DType.U8)
                        .parameter("e_scales", DType.U8)
                        .group("e", "e_blocks", "e_scales");
        assertThat(refusal(request(blocks, blocks))).hasSize(2);
        plan(request(blocks, blocks).exclude("glob:e_*"));
    }

    @Test
    void copiesOfWholeGroupsAreFine() {
        plan(request(packed(), packed()).include("exact:norm"));
        plan(request(packed(), packed()).exclude("exact:q.scale"));
        plan(MergeRequest.convert(packed().as("0")).to(new ScriptedTarget().as("target")));
    }

    @Test
    void partsOfGroupsKeepTheirTypes() {
        MergePlan plan = plan(request(packed(), packed()).exclude("glob:q.*").dtype(DType.BF16));
        assertThat(plan.parameters())
                .extracting(ParameterPlan::output)
                .extracting(spec -> spec.name() + " " + spec.dtype())
                .containsExactly("norm BF16", "q.weight U8", "q.scale F32");
        assertThat(plan.warnings()).extracting(Problem::code).containsExactly(TergeCode.TYPE_KEPT);
    }

    @Test
    void aModelThatHasNothingElseCannotBeMerged() {
        DescribedModel factors =
                new DescribedModel()
                        .parameter("x.A", DType.F32)
                        .parameter("x.B", DType.F32)
                        .group("", "x.A", "x.B");
        assertThat(refusal(request(plain("q.weight"), factors)))
                .singleElement()
                .satisfies(
                        problem -> {
                            assertThat(problem.message()).contains("model 1");
                            assertThat(problem.fixes()).containsExactly("unpack it");
                        });
    }

    private static DescribedModel packed() {
        return new DescribedModel()
                .parameter("norm", DType.F32)
                .parameter("q.weight", DType.U8)
                .parameter("q.scale", DType.F32)
                .group("", "q.weight", "q.scale");
    }

    private static DescribedModel plain(String name) {
        return new DescribedModel().parameter("norm", DType.F32).parameter(name, DType.F32);
    }

    private static MergeRequestBuilder request(DescribedModel left, DescribedModel right) {
        return MergeRequest.builder()
                .model(left.as("0"))
                .model(right.as("1"))
                .to(new ScriptedTarget().as("target"));
    }

    private static Merger merger() {
        return Terge.builder().plugin(new ScriptedAdapter()).build();
    }

    private static MergePlan plan(MergeRequestBuilder request) {
        return merger().plan(request.build());
    }

    private static List<Problem> refusal(MergeRequestBuilder request) {
        MergeRejectedException refusal =
                catchThrowableOfType(MergeRejectedException.class, () -> plan(request));
        assertThat(refusal).isNotNull();
        return refusal.problems();
    }
}
