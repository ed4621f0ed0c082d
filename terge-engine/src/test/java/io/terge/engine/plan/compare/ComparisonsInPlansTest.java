package io.terge.engine.plan.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.terge.api.Action;
import io.terge.api.MergeListener;
import io.terge.api.MergePlan;
import io.terge.api.MergeRejectedException;
import io.terge.api.MergeRequest;
import io.terge.api.MergeRequestBuilder;
import io.terge.api.Merger;
import io.terge.api.Operand;
import io.terge.api.ParameterPlan;
import io.terge.engine.Terge;
import io.terge.engine.fixture.DescribedModel;
import io.terge.engine.fixture.ScriptedAdapter;
import io.terge.engine.fixture.ScriptedTarget;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.model.VocabularyChoice;
import io.terge.model.VocabularyPolicy;
import io.terge.spi.format.ModelBlueprint;
import io.terge.tensor.DType;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

class ComparisonsInPlansTest {

    private static final String HEAD = "head";
    private static final String EMBED = "embed";

    private final AtomicBoolean separate = new AtomicBoolean();
    private final ScriptedTarget target =
            new ScriptedTarget() {
                @Override
                protected void creating(ModelBlueprint blueprint) {
                    separate.set(blueprint.changes().hasSeparateAliases());
                }
            };

    @Test
    void traitsThatDifferAreTold() {
        DescribedModel base = model().trait("theta", "1").trait("heads", "4").trait("own", "x");
        DescribedModel other = model().trait("heads", "8").trait("theta", "1").trait("new", "y");
        assertThat(warnings(base, other))
                .singleElement()
                .satisfies(
                        warning -> {
                            assertThat(warning.code()).isEqualTo(TergeCode.MODELS_DIFFER);
                            assertThat(warning.message())
                                    .startsWith("model 0 (0) and model 1 (1) differ in heads:");
                            assertThat(warning.notes()).contains("heads: 4 and 8");
                        });
    }

    @Test
    void equalModelsAreSilent() {
        DescribedModel base = model().trait("heads", "4").tokens("t", Map.of("a", 0));
        DescribedModel other = model().trait("heads", "4").tokens("t", Map.of("a", 0));
        assertThat(warnings(base, other)).isEmpty();
        assertThat(warnings(base, model())).isEmpty();
    }

    @Test
    void tokensThatDifferAreTold() {
        DescribedModel base = model().tokens("t", Map.of("a", 0, "b", 1, "c", 2));
        DescribedModel other = model().tokens("t", Map.of("a", 0, "b", 2, "d", 3));
        assertThat(warnings(base, other))
                .singleElement()
                .satisfies(
                        warning -> {
                            assertThat(warning.code()).isEqualTo(TergeCode.TOKENS_DIFFER);
                            assertThat(warning.message()).contains("differ in 3 tokens");
                            assertThat(warning.notes())
                                    .contains(
                                            "different IDs: 'b' (1 and 2)",
                                            "only in model 0 (0): 'c' (2)",
                                            "only in model 1 (1): 'd' (3)");
                        });
    }

    @Test
    void rowsOfDifferentTokensAreNotMerged() {
        DescribedModel base = byRow("t", Map.of("a", 0, "b", 1, "c", 2));
        DescribedModel other = byRow("t", Map.of("a", 0, "b", 2, "x", 1));
        assertThat(rejected(request(base, other)))
                .singleElement()
                .satisfies(
                        problem -> {
                            assertThat(problem.code()).isEqualTo(TergeCode.TOKENS_CONFLICT);
                            assertThat(problem.message()).contains("differ in 3 tokens");
                            assertThat(problem.notes())
                                    .contains(
                                            "different IDs: 'b' (1 and 2)",
                                            "different tokens with the same ID: 1 ('b' and 'x'),"
                                                    + " 2 ('c' and 'b')");
                            assertThat(problem.fixes()).hasSize(2);
                        });
    }

    @Test
    void aRenamedTokenIsAnotherToken() {
        DescribedModel base = byRow("t", Map.of("a", 0, "b", 1));
        assertThat(rejected(request(base, byRow("t", Map.of("a", 0, "c", 1))))).hasSize(1);
    }

    @Test
    void rowsOfDifferentTokensAreMergedIfThatIsAskedFor() {
        DescribedModel base = byRow("t", Map.of("a", 0, "b", 1));
        DescribedModel other = byRow("t", Map.of("a", 1, "b", 0));
        MergeRequest request =
                request(base, other)
                        .vocabulary(VocabularyChoice.of(new VocabularyPolicy.Rows()))
                        .build();
        for (MergeRequest each : List.of(request, request.toBuilder().build())) {
            assertThat(merger().plan(each).warnings())
                    .extracting(Problem::code)
                    .containsExactly(TergeCode.TOKENS_DIFFER);
        }
    }

    @Test
    void rowsThatAreNotMergedMayBeOfDifferentTokens() {
        DescribedModel base = byRow("t", Map.of("a", 0, "b", 1)).parameter(HEAD, DType.F32);
        DescribedModel other = byRow("t", Map.of("a", 1, "b", 0)).parameter(HEAD, DType.F32);
        assertThat(plan(request(base, other).exclude(EMBED)).warnings())
                .extracting(Problem::code)
                .containsExactly(TergeCode.TOKENS_DIFFER);
        assertThat(rejected(request(base, other).exclude(HEAD))).hasSize(1);
    }

    @Test
    void moreTokensAtTheEndAreMerged() {
        DescribedModel base = byRow("t", Map.of("a", 0));
        DescribedModel other = byRow("t", Map.of("a", 0, "b", 1));
        assertThat(warnings(base, other)).hasSize(1);
        assertThat(warnings(other, base)).hasSize(1);
    }

    @Test
    void filesOfAnotherKindMayLackTokens() {
        DescribedModel base = model().tokens("t", Map.of("a", 0, "b", 1));
        assertThat(warnings(base, model().tokens("u", Map.of("a", 0)))).isEmpty();
        assertThat(warnings(base, model().tokens("u", Map.of("a", 1)))).hasSize(1);
        assertThat(warnings(base, model().tokens("u", Map.of()))).isEmpty();
        assertThat(warnings(base, model().tokens("t", Map.of()))).hasSize(1);
    }

    @Test
    void tokensThatCannotBeReadAreTold() {
        DescribedModel base = model().tokens("t", Map.of("a", 0));
        assertThat(warnings(base, model().tokens("t", Map.of("unreadable", 0))))
                .singleElement()
                .satisfies(
                        warning -> {
                            assertThat(warning.message()).contains("cannot be compared");
                            assertThat(warning.notes()).contains("broken disk");
                        });
    }

    @Test
    void theHeadOfATiedModelIsMergedAsItsEmbedding() {
        MergePlan plan = plan(request(untied(), tied()));
        assertThat(read(plan, HEAD)).containsExactly(HEAD, EMBED);
        assertThat(read(plan, EMBED)).containsExactly(EMBED, EMBED);
        assertThat(plan.warnings())
                .extracting(Problem::toString)
                .containsExactly(
                        "[TIES_DIFFER] model 1 (1) has no 'head': 'embed', which it uses instead,"
                                + " is merged");
        merger().merge(plan, MergeListener.none());
        assertThat(separate).isFalse();
    }

    @Test
    void aTiedBaseGetsAHeadOfItsOwn() {
        MergePlan plan = plan(request(tied(), untied()));
        assertThat(read(plan, HEAD)).containsExactly(EMBED, HEAD);
        assertThat(plan.warnings())
                .extracting(Problem::code)
                .containsExactly(TergeCode.TIES_DIFFER);
        merger().merge(plan, MergeListener.none());
        assertThat(separate).isTrue();
    }

    @Test
    void aTiedBaseStaysTiedIfTheHeadIsExcluded() {
        MergePlan plan = plan(request(tied(), untied()).exclude("exact:head"));
        assertThat(plan.parameters()).hasSize(1);
        merger().merge(plan, MergeListener.none());
        assertThat(separate).isFalse();
    }

    @Test
    void tiedModelsStayTied() {
        DescribedModel copied = tied().parameter(HEAD, DType.F32);
        for (List<DescribedModel> models :
                List.of(
                        List.of(tied(), tied()),
                        List.of(tied(), copied),
                        List.of(copied, tied()),
                        List.of(copied, copied))) {
            MergePlan plan = plan(request(models.getFirst(), models.getLast()));
            assertThat(plan.warnings()).isEmpty();
            assertThat(plan.parameters()).hasSameSizeAs(models.getFirst().names());
            merger().merge(plan, MergeListener.none());
            assertThat(separate).isFalse();
        }
    }

    @Test
    void aTieInTheFileAndOneInTheConfigurationAreOne() {
        DescribedModel file = tied().parameter(HEAD, DType.F32).tie(HEAD, EMBED);
        MergePlan plan = plan(request(file, tied()));
        assertThat(plan.parameters())
                .extracting(ParameterPlan::action)
                .filteredOn(Action.Tied.class::isInstance)
                .containsExactly(new Action.Tied(EMBED));
        assertThat(plan.warnings()).isEmpty();
    }

    @Test
    void aCopiedHeadOfATiedBaseIsSeparateBesideAnotherHead() {
        merger().merge(
                        plan(request(tied().parameter(HEAD, DType.F32), untied())),
                        MergeListener.none());
        assertThat(separate).isTrue();
    }

    private static DescribedModel model() {
        return new DescribedModel().parameter(EMBED, DType.F32);
    }

    private static DescribedModel byRow(String file, Map<String, Integer> numbers) {
        return model().tokens(file, numbers).rows(EMBED);
    }

    private static List<Problem> rejected(MergeRequestBuilder request) {
        return catchThrowableOfType(MergeRejectedException.class, () -> plan(request)).problems();
    }

    private static DescribedModel tied() {
        return model().alias(HEAD, EMBED);
    }

    private static DescribedModel untied() {
        return model().parameter(HEAD, DType.F32);
    }

    private static List<String> read(MergePlan plan, String name) {
        return plan.parameters().stream()
                .filter(parameter -> parameter.output().name().equals(name))
                .map(ParameterPlan::action)
                .map(Action::operands)
                .flatMap(List::stream)
                .map(Operand::stored)
                .map(stored -> stored.name())
                .toList();
    }

    private List<Problem> warnings(DescribedModel base, DescribedModel other) {
        return plan(request(base, other)).warnings();
    }

    private MergeRequestBuilder request(DescribedModel left, DescribedModel right) {
        return MergeRequest.builder()
                .model(left.as("0"))
                .model(right.as("1"))
                .to(target.as("target"));
    }

    private static Merger merger() {
        return Terge.builder().plugin(new ScriptedAdapter()).build();
    }

    private static MergePlan plan(MergeRequestBuilder request) {
        return merger().plan(request.build());
    }
}
