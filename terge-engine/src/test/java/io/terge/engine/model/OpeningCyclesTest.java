package io.terge.engine.model;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.api.MergeListener;
import io.terge.model.ModelReference;
import io.terge.spi.format.Claim;

import org.junit.jupiter.api.Test;

import java.util.Optional;

class OpeningCyclesTest {

    private static final ModelReference WHOLE = ModelReference.at("whole");
    private static final ModelReference PART = ModelReference.at("part");

    @Test
    void refusesACircleOfTwo() {
        TestFormat circular =
                TestFormat.claiming("circular", Claim.SPECIFIC)
                        .opening(
                                (reference, context) ->
                                        context.open(reference.equals(WHOLE) ? PART : WHOLE));
        ModelOpener opener = new ModelOpener(TestFormat.chooser(circular));
        assertThatThrownBy(
                        () ->
                                opener.headers(
                                        WHOLE,
                                        Optional.empty(),
                                        RequestSettings.none(),
                                        MergeListener.none()))
                .hasMessageContaining("opened: whole -> part -> whole");
    }

    @Test
    void refusesAnEndlessRow() {
        TestFormat endless =
                TestFormat.claiming("endless", Claim.SPECIFIC)
                        .opening(
                                (reference, context) ->
                                        context.open(
                                                ModelReference.at(reference.describe() + "x")));
        ModelOpener opener = new ModelOpener(TestFormat.chooser(endless));
        assertThatThrownBy(
                        () ->
                                opener.headers(
                                        WHOLE,
                                        Optional.empty(),
                                        RequestSettings.none(),
                                        MergeListener.none()))
                .hasMessageContaining(
                        "[MODEL_CYCLE] Model whole refers to a chain of more than 20 models");
    }
}
