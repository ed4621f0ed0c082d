package io.terge.engine.plan;

import static io.terge.engine.plan.ParameterDecisionsTest.copied;
import static io.terge.engine.plan.ParameterDecisionsTest.merged;
import static io.terge.engine.plan.ParameterDecisionsTest.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.terge.api.Action.Reason;
import io.terge.api.Layout;
import io.terge.api.Layout.Piece;
import io.terge.api.MergePlan;
import io.terge.api.MergeRequestBuilder;
import io.terge.api.Merger;
import io.terge.api.ModelScope;
import io.terge.api.Operand;
import io.terge.engine.Terge;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.RowMap;
import io.terge.tensor.Shape;
import io.terge.testkit.TinyModel;

import org.junit.jupiter.api.Test;

import java.util.List;

class LayoutsInPlansTest {

    private static final Merger MERGER = Terge.create();

    private final TinyModel a =
            TinyModel.seeded(1).with("embed", DType.F32, 4, 3).with("ids", DType.I64, 4);
    private final TinyModel b =
            TinyModel.seeded(2).with("words", DType.BF16, 6, 3).with("ids", DType.I64, 4);

    @Test
    void makesParametersFromRowsOfOthers() {
        RowMap gathered = new RowMap.Gather(List.of(5L, 0L, 0L));
        MergePlan plan =
                plan(
                        entry(
                                "out",
                                3,
                                piece(1, "words", gathered),
                                piece(0, "embed", new RowMap.Range(1, 3))));
        assertThat(merged(plan, "out").inputs())
                .extracting(Operand::model, operand -> operand.stored().name(), Operand::rows)
                .containsExactly(
                        tuple(0, "embed", new RowMap.Range(1, 3)), tuple(1, "words", gathered));
        assertThat(plan.parameters()).hasSize(1);
    }

    @Test
    void takesASinglePieceAsItIs() {
        MergePlan plan = plan(entry("out", 4, piece(0, "embed", RowMap.all())));
        assertThat(copied(plan, "out").reason()).isEqualTo(Reason.ONE_PIECE);
        assertThat(copied(plan, "out").from().model()).isZero();
    }

    @Test
    void copiesWholeWhatIsNotFloating() {
        ParameterSpec ids = ParameterSpec.of("numbers", DType.I64, Shape.of(4));
        MergePlan plan = plan(new Layout.Entry(ids, List.of(piece(1, "ids", RowMap.all()))));
        assertThat(copied(plan, "numbers").from().model()).isEqualTo(1);
        assertThat(copied(plan, "numbers").reason()).isEqualTo(Reason.NOT_FLOATING);
    }

    @Test
    void knowsThePieceOfABaseThatIsNotMerged() {
        Layout layout =
                new Layout.Given(
                        List.of(
                                entry(
                                        "out",
                                        4,
                                        new Piece(ModelScope.base(), "embed", RowMap.all()),
                                        piece(0, "words", new RowMap.Range(0, 4)))));
        MergePlan plan = MERGER.plan(request(b).base(a.inMemory("base")).layout(layout).build());
        assertThat(copied(plan, "out").from().model()).isEqualTo(1);
    }

    @Test
    void refusesRowsThatAreMissing() {
        rejected(
                "'out' cannot be made from 'embed' of model 0 (model 0): Row 4 is out of range;"
                        + " shape [4, 3] has 4 rows",
                entry("out", 2, piece(0, "embed", new RowMap.Range(3, 2))));
    }

    @Test
    void refusesAnotherShape() {
        rejected(
                "'out' cannot be made from 'words' of model 1 (model 1): expected shape [4, 3],"
                        + " got [6, 3]",
                entry("out", 4, piece(1, "words", RowMap.all())));
    }

    @Test
    void refusesAParameterThatIsMissing() {
        rejected(
                "'out' is made from 'words', which is missing in model 0 (model 0)",
                entry("out", 4, piece(0, "words", RowMap.all())));
    }

    @Test
    void refusesAModelThatIsMissing() {
        rejected(
                "'out' is made from model 2, which is not in the request",
                entry("out", 4, piece(2, "words", RowMap.all())));
    }

    @Test
    void refusesANameTwice() {
        rejected(
                "'out' is in the layout twice",
                entry("out", 4, piece(0, "embed", RowMap.all())),
                entry("out", 4, piece(0, "embed", RowMap.all())));
    }

    @Test
    void refusesTwoPiecesOfAModel() {
        rejected(
                "'out' has more than one piece from model 0 (model 0)",
                entry("out", 4, piece(0, "embed", RowMap.all()), piece(0, "embed", RowMap.all())));
    }

    @Test
    void refusesMeansOfWhatIsNotFloating() {
        ParameterSpec ids = ParameterSpec.of("out", DType.I64, Shape.of(2));
        rejected(
                "'out' cannot be made from 'ids' of model 0 (model 0): these rows of I64 cannot be"
                        + " copied",
                new Layout.Entry(
                        ids,
                        List.of(
                                piece(
                                        0,
                                        "ids",
                                        new RowMap.Mean(List.of(List.of(0L), List.of(1L)))))));
    }

    private void rejected(String message, Layout.Entry... entries) {
        assertThat(PlanProblemsTest.reject(MERGER, laidOut(entries)).problems())
                .extracting(Problem::code, Problem::message)
                .contains(tuple(TergeCode.INVALID_LAYOUT, message));
    }

    private MergePlan plan(Layout.Entry... entries) {
        return MERGER.plan(laidOut(entries).build());
    }

    private MergeRequestBuilder laidOut(Layout.Entry... entries) {
        return request(a, b).layout(new Layout.Given(List.of(entries)));
    }

    private static Layout.Entry entry(String name, long rows, Piece... pieces) {
        return new Layout.Entry(
                ParameterSpec.of(name, DType.F32, Shape.of(rows, 3)), List.of(pieces));
    }

    private static Piece piece(int model, String name, RowMap rows) {
        return new Piece(ModelScope.model(model), name, rows);
    }
}
