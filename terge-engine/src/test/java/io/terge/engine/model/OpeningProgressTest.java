package io.terge.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.terge.api.MergeListener;
import io.terge.model.ModelReference;
import io.terge.spi.format.AdapterContext;
import io.terge.spi.format.Claim;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class OpeningProgressTest {

    private static final ModelReference WHOLE = ModelReference.at("whole");

    private final TestSource whole = TestFormat.source();
    private final List<String> heard = new ArrayList<>();

    @Test
    void handsProgressToTheListenerOnTheCallingThread() {
        open((reference, context) -> {
                    context.progress("downloading", 1, 0);
                    context.progress("downloading", 2, 2);
                    return whole;
                })
                .close();
        String thread = Thread.currentThread().getName();
        assertThat(heard).containsExactly("downloading 1/0 " + thread, "downloading 2/2 " + thread);
    }

    @Test
    void takesOddProgressForABrokenContract() {
        for (long[] odd : new long[][] {{-1, 2}, {0, -1}, {3, 2}}) {
            assertThatThrownBy(
                            () ->
                                    open(
                                            (reference, context) -> {
                                                context.progress("counting", odd[0], odd[1]);
                                                return whole;
                                            }))
                    .hasMessageContaining(
                            "Plugin 'whole' breaks its contract: it reports progress of %d of %d"
                                    .formatted(odd[0], odd[1]));
        }
        assertThat(heard).isEmpty();
    }

    @Test
    void stopsWhereTheCallerIsInterrupted() {
        assertThatThrownBy(
                        () ->
                                open(
                                        (reference, context) -> {
                                            Thread.currentThread().interrupt();
                                            context.progress("downloading", 1, 2);
                                            return whole;
                                        }))
                .hasMessageContaining("[CANCELLED]");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(heard).isEmpty();
    }

    @Test
    void letsWhatTheListenerThrowsReachTheCaller() {
        RuntimeException objection = new IllegalStateException("enough");
        MergeListener objecting =
                new MergeListener() {
                    @Override
                    public void opening(String doing, long done, long total) {
                        throw objection;
                    }
                };
        for (boolean swallowed : new boolean[] {false, true}) {
            TestFormat adapter =
                    TestFormat.claiming("whole", Claim.SPECIFIC)
                            .opening(
                                    (reference, context) -> {
                                        progress(context, swallowed);
                                        return whole;
                                    });
            ModelOpener opener = new ModelOpener(TestFormat.chooser(adapter));
            assertThat(
                            catchThrowable(
                                    () ->
                                            opener.open(
                                                    WHOLE,
                                                    "whole",
                                                    RequestSettings.none(),
                                                    objecting)))
                    .isSameAs(objection);
        }
        assertThat(whole.closed).isEqualTo(1);
    }

    private static void progress(AdapterContext context, boolean swallow) {
        try {
            context.progress("downloading", 1, 2);
        } catch (IllegalStateException objection) {
            if (!swallow) {
                throw objection;
            }
        }
    }

    private OpenModel open(TestFormat.Opener opener) {
        TestFormat wholes = TestFormat.claiming("whole", Claim.GENERAL).opening(opener);
        MergeListener listener =
                new MergeListener() {
                    @Override
                    public void opening(String doing, long done, long total) {
                        heard.add(
                                "%s %d/%d %s"
                                        .formatted(
                                                doing,
                                                done,
                                                total,
                                                Thread.currentThread().getName()));
                    }
                };
        return new ModelOpener(TestFormat.chooser(wholes))
                .open(WHOLE, "whole", RequestSettings.none(), listener);
    }
}
