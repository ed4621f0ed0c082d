package io.terge.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.engine.kernel.Kernels;
import io.terge.error.TergeException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;

// Threads that wait for each other in vain fail here, instead of holding up the build.
@Timeout(60)
class BlockSchedulerTest {

    private static final long HELD = 100;

    @Test
    void stepsBeginInOrderAndAllAreDone() {
        List<Integer> begun = Collections.synchronizedList(new ArrayList<>());
        run(1, scheduler -> scheduler.run(steps(20, begun::add)));
        assertThat(begun).containsExactlyElementsOf(numbers(20));
        begun.clear();
        run(7, scheduler -> scheduler.run(steps(200, begun::add)));
        assertThat(begun).containsExactlyInAnyOrderElementsOf(numbers(200));
    }

    @Test
    void aRangeIsCutIntoChunksWithoutHolesOrOverlaps() {
        for (int threads : new int[] {1, 3}) {
            List<Chunk> chunks = Collections.synchronizedList(new ArrayList<>());
            run(
                    threads,
                    scheduler ->
                            scheduler.run(
                                    List.of(
                                            worker ->
                                                    worker.forEachChunk(
                                                            1003, 10, (c, own) -> chunks.add(c)))));
            chunks.sort((a, b) -> Long.compare(a.start(), b.start()));
            assertThat(chunks).hasSize(101).contains(new Chunk(1000, 3));
            for (int i = 0; i < 100; i++) {
                assertThat(chunks.get(i)).isEqualTo(new Chunk(i * 10L, 10));
            }
        }
    }

    @Test
    void aThreadWithoutAStepHelpsTheOneThatHas() {
        CountDownLatch bothAtWork = new CountDownLatch(2);
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        Step step =
                worker ->
                        worker.forEachChunk(
                                2,
                                1,
                                (chunk, own) -> {
                                    threads.add(Thread.currentThread());
                                    bothAtWork.countDown();
                                    await(bothAtWork);
                                });
        run(2, scheduler -> scheduler.run(List.of(step)));
        assertThat(threads).hasSize(2);
    }

    @Test
    void aThreadThatFindsNoChunkBeginsTheNextStep() {
        CountDownLatch secondHasBegun = new CountDownLatch(1);
        Step first = worker -> worker.forEachChunk(1, 1, (chunk, own) -> await(secondHasBegun));
        Step second = worker -> secondHasBegun.countDown();
        run(2, scheduler -> scheduler.run(List.of(first, second)));
        assertThat(secondHasBegun.getCount()).isZero();
    }

    @Test
    void aStepThatFindsNoMemoryLetsTheOnesBehindItGoFirst() {
        CountDownLatch others = new CountDownLatch(3);
        List<String> done = Collections.synchronizedList(new ArrayList<>());
        Step large = holding(HELD, worker -> awaitAndAdd(others, "large", done));
        Step larger = holding(2 * HELD, worker -> done.add("larger"));
        Step small =
                worker -> {
                    done.add("small");
                    others.countDown();
                };
        run(2, scheduler -> scheduler.run(List.of(large, larger, small, small, small)));
        assertThat(done).containsExactly("small", "small", "small", "large", "larger");
    }

    @Test
    void aThreadWhoseStepsFindNoMemoryHelpsTheOneThatHolds() {
        CountDownLatch bothAtWork = new CountDownLatch(2);
        Step large =
                holding(
                        HELD,
                        worker ->
                                worker.forEachChunk(
                                        2,
                                        1,
                                        (chunk, own) -> {
                                            bothAtWork.countDown();
                                            await(bothAtWork);
                                        }));
        AtomicInteger later = new AtomicInteger();
        Step next = holding(1, worker -> later.incrementAndGet());
        run(2, scheduler -> scheduler.run(List.of(large, next)));
        assertThat(later).hasValue(1);
    }

    @Test
    void stepsThatFitTogetherRunTogetherAndOthersInTurn() {
        CountDownLatch both = new CountDownLatch(2);
        Step half =
                holding(
                        HELD / 2,
                        worker -> {
                            both.countDown();
                            await(both);
                        });
        run(2, scheduler -> scheduler.run(List.of(half, half)));
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Step more =
                holding(
                        HELD / 2 + 1,
                        worker -> {
                            most.accumulateAndGet(now.incrementAndGet(), Math::max);
                            now.decrementAndGet();
                        });
        run(4, scheduler -> scheduler.run(Collections.nCopies(50, more)));
        assertThat(most).hasValue(1);
    }

    @Test
    void runsAgainAfterItHasReturned() {
        List<Integer> begun = Collections.synchronizedList(new ArrayList<>());
        run(
                2,
                scheduler -> {
                    scheduler.run(List.of());
                    scheduler.run(steps(20, begun::add));
                    assertThat(begun).hasSize(20);
                    scheduler.run(steps(20, begun::add));
                });
        assertThat(begun).hasSize(40);
    }

    @Test
    void everyThreadHasMemoryOfItsOwnWhichItClosesAtItsEnd() {
        Set<WorkerMemory> memories = ConcurrentHashMap.newKeySet();
        CountDownLatch all = new CountDownLatch(3);
        Step step =
                worker ->
                        worker.forEachChunk(
                                1,
                                1,
                                (chunk, own) -> {
                                    memories.add(own);
                                    all.countDown();
                                    await(all);
                                });
        run(3, scheduler -> scheduler.run(List.of(step, step, step)));
        assertThat(memories).hasSize(3);
        assertThat(memories).noneMatch(memory -> memory.take(1).scope().isAlive());
    }

    @Test
    void whatAChunkThrowsEndsTheRunAsItIs() {
        IllegalStateException thrown = new IllegalStateException("chunk 3");
        AtomicInteger later = new AtomicInteger();
        Step failing =
                worker ->
                        worker.forEachChunk(
                                10,
                                1,
                                (chunk, own) -> {
                                    if (chunk.start() == 3) {
                                        throw thrown;
                                    }
                                });
        List<Step> steps = new ArrayList<>(List.of(failing));
        steps.addAll(steps(1000, number -> later.incrementAndGet()));
        assertThatThrownBy(() -> run(1, scheduler -> scheduler.run(steps))).isSameAs(thrown);
        assertThat(later).hasValue(0);
        assertThatThrownBy(() -> run(4, scheduler -> scheduler.run(steps))).isSameAs(thrown);
    }

    @Test
    void anErrorEndsTheRunAsItIs() {
        OutOfMemoryError thrown = new OutOfMemoryError("none left");
        Step failing =
                worker -> {
                    throw thrown;
                };
        assertThatThrownBy(() -> run(2, scheduler -> scheduler.run(List.of(failing))))
                .isSameAs(thrown);
    }

    @Test
    void eventsRunInOrderOnTheCallersThread() {
        List<Integer> seen = new ArrayList<>();
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        run(
                1,
                scheduler ->
                        scheduler.run(
                                steps(
                                        50,
                                        number ->
                                                scheduler.announce(
                                                        () -> {
                                                            seen.add(number);
                                                            threads.add(Thread.currentThread());
                                                        }))));
        assertThat(seen).containsExactlyElementsOf(numbers(50));
        assertThat(threads).containsExactly(Thread.currentThread());
    }

    @Test
    void aMethodThatInterruptsItsThreadCancelsTheRun() {
        Step interrupting = worker -> Thread.currentThread().interrupt();
        assertThatThrownBy(() -> run(2, scheduler -> scheduler.run(List.of(interrupting))))
                .isInstanceOf(TergeException.class)
                .hasMessageContaining("[CANCELLED]");
    }

    private static Step holding(long bytes, Step step) {
        return new Step() {
            @Override
            public void run(BlockScheduler.Worker worker) {
                step.run(worker);
            }

            @Override
            public long held() {
                return bytes;
            }
        };
    }

    private static void awaitAndAdd(CountDownLatch latch, String what, List<String> done) {
        await(latch);
        done.add(what);
    }

    private void run(int threads, Consumer<BlockScheduler> work) {
        try (BlockScheduler scheduler =
                new BlockScheduler(
                        threads, () -> new WorkerMemory(Kernels.scalar(), 1, 64), HELD)) {
            work.accept(scheduler);
        }
    }

    private static List<Step> steps(int count, Consumer<Integer> work) {
        return numbers(count).stream().<Step>map(i -> worker -> work.accept(i)).toList();
    }

    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
