package io.terge.engine.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.terge.api.MergeListener;
import io.terge.engine.fixture.SampleMethods;
import io.terge.engine.fixture.Scene;
import io.terge.engine.fixture.ScriptedModel;
import io.terge.engine.fixture.ScriptedTarget;
import io.terge.engine.schedule.DiskReads;
import io.terge.spi.method.MergeMethod;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;
import io.terge.tensor.StoredBytes;
import io.terge.tensor.Tensor;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

class ReadingAheadTest {

    // 80 MB in all: reading ahead begins at 64 MiB.
    private static final int ELEMENTS = 10_000_000;

    private final Set<String> readAhead = ConcurrentHashMap.newKeySet();
    private final CountDownLatch second = new CountDownLatch(1);

    @Test
    void methodsOfSeveralPassesHaveTheNextParameterReadAhead() {
        assumeThat(DiskReads.areCounted()).isTrue();
        // The first parameter waits until there is proof that the second is read: on one thread, as
        // another would begin with the second itself.
        Scene scene = scene(SampleMethods.unitNorms(), true);
        assertThat(scene.merge(MergeListener.none()).bytesRead()).isEqualTo(2 * 4 * 2L * ELEMENTS);
        assertThat(readAhead).contains("b").doesNotContain("a");
        assertThat(scene.left().open()).isZero();
    }

    @Test
    void methodsOfOnePassHaveNot() {
        scene(SampleMethods.mean(), false).merge(MergeListener.none());
        assertThat(readAhead).isEmpty();
    }

    private Scene scene(MergeMethod method, boolean waits) {
        return new Scene(model(waits), model(waits), new ScriptedTarget(), List.of(method), 1);
    }

    private ScriptedModel model(boolean waits) {
        return new ScriptedModel().with(zeros("a", waits)).with(zeros("b", false));
    }

    private Tensor zeros(String name, boolean waits) {
        ParameterSpec spec = ParameterSpec.of(name, DType.BF16, Shape.of(ELEMENTS));
        return Tensor.stored(
                spec,
                new StoredBytes() {
                    @Override
                    public long size() {
                        return spec.byteSize();
                    }

                    @Override
                    public void read(long offset, MemorySegment into) throws IOException {
                        if (Thread.currentThread().getName().equals("terge-read-ahead")) {
                            readAhead.add(name);
                            second.countDown();
                        } else if (waits) {
                            await();
                        }
                        into.fill((byte) 0);
                    }
                });
    }

    private void await() throws IOException {
        try {
            if (!second.await(60, TimeUnit.SECONDS)) {
                throw new IOException("Nothing was read ahead");
            }
        } catch (InterruptedException stop) {
            throw new IOException(stop);
        }
    }
}
