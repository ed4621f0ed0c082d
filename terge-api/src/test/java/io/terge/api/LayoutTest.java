package io.terge.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.RowMap;
import io.terge.tensor.Shape;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class LayoutTest {

    private static final ParameterSpec SPEC = ParameterSpec.of("w", DType.F32, Shape.of(2));
    private static final Layout.Piece PIECE =
            new Layout.Piece(ModelScope.base(), "w", RowMap.all());

    @Test
    void aPieceIsOfOneModel() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Layout.Piece(ModelScope.all(), "w", RowMap.all()))
                .withMessage("A piece must name one model, not all");
    }

    @Test
    void aParameterHasAPiece() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Layout.Entry(SPEC, List.of()))
                .withMessage("'w' has no pieces");
    }

    @Test
    void doesNotChangeWithTheListsItIsMadeOf() {
        List<Layout.Piece> pieces = new ArrayList<>(List.of(PIECE));
        Layout.Entry entry = new Layout.Entry(SPEC, pieces);
        List<Layout.Entry> entries = new ArrayList<>(List.of(entry));
        Layout layout = new Layout.Given(entries);
        pieces.clear();
        entries.clear();
        assertThat(layout)
                .isEqualTo(new Layout.Given(List.of(new Layout.Entry(SPEC, List.of(PIECE)))));
    }
}
