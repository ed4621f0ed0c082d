package io.terge.hf.vocabulary.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

class BatchesTest {

    @Test
    void eachIsComputedOnce() throws Exception {
        ConcurrentLinkedQueue<Integer> computed = new ConcurrentLinkedQueue<>();
        AtomicInteger ends = new AtomicInteger();
        Batches<String> batches =
                new Batches<>(
                        50,
                        index -> {
                            computed.add(index);
                            return "result " + index;
                        },
                        ends::incrementAndGet);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<String>> asked =
                    IntStream.range(0, 200)
                            .mapToObj(i -> threads.submit(() -> batches.get(i % 50)))
                            .toList();
            for (int i = 0; i < asked.size(); i++) {
                assertThat(asked.get(i).get()).isEqualTo("result " + i % 50);
            }
        }
        assertThat(computed).hasSize(50).doesNotHaveDuplicates();
        assertThat(ends).hasValue(1);
    }

    @Test
    void whatFailsIsTriedAgain() throws IOException {
        AtomicInteger calls = new AtomicInteger();
        Batches<Integer> batches =
                new Batches<>(
                        1,
                        index -> {
                            if (calls.incrementAndGet() == 1) {
                                throw new IOException("first");
                            }
                            return calls.get();
                        },
                        () -> {});
        assertThatThrownBy(() -> batches.get(0)).isInstanceOf(IOException.class);
        assertThat(batches.get(0)).isEqualTo(2);
        assertThat(batches.get(0)).isEqualTo(2);
    }
}
