package io.terge.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.api.MergeListener;
import io.terge.engine.cost.FileLimit;
import io.terge.model.ModelReference;
import io.terge.spi.format.Claim;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

class HeldModelsTest {

    private final List<String> closings = new ArrayList<>();

    @Test
    void modelsAreHeldAsLongAsMostFilesAreLeft() {
        // Of 26 files 10 are spare, and a quarter of the others is 4.
        HeldModels held = HeldModels.upTo(Optional.of(new FileLimit(26, 0)));
        read("three", 3, held);
        read("two", 2, held);
        read("one", 1, held);
        assertThat(closings).containsExactly("two");
        assertThat(held.files()).isEqualTo(4);
        held.close();
        assertThat(closings).containsExactly("two", "one", "three");
    }

    @Test
    void aModelIsHandedOverOnce() {
        HeldModels held = HeldModels.upTo(Optional.empty());
        read("one", 1, held);
        ModelReference one = ModelReference.at("one");
        HeldModels.Held taken = held.take(one, "test").orElseThrow();
        assertThat(held.take(one, "test")).isEmpty();
        held.close();
        assertThat(closings).isEmpty();
        taken.model().close();
        assertThat(closings).containsExactly("one");
    }

    @Test
    void aPlanThatNeedNotBeRunHoldsNothing() {
        read("none", 0, HeldModels.none());
        assertThat(closings).containsExactly("none");
    }

    private void read(String name, int files, HeldModels held) {
        TestFormat format =
                TestFormat.claiming("test", Claim.SPECIFIC)
                        .opening(
                                (model, context) ->
                                        new TestSource() {
                                            @Override
                                            public List<Path> files() {
                                                return IntStream.range(0, files)
                                                        .mapToObj(i -> Path.of(name + i))
                                                        .toList();
                                            }

                                            @Override
                                            public void close() {
                                                closings.add(name);
                                            }
                                        });
        new ModelOpener(TestFormat.chooser(format))
                .headers(
                        ModelReference.at(name),
                        Optional.empty(),
                        RequestSettings.none(),
                        MergeListener.none(),
                        held);
    }
}
