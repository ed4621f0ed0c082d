package io.terge.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;

/** Where the elements are makes no difference to the numbers, only to what is copied. */
class StoredTensorTest {

    private static final int ELEMENTS = 100;
    private static final ParameterSpec SPEC =
            ParameterSpec.of("w", DType.F32, Shape.of(10, ELEMENTS / 10));

    private long taken;

    @Test
    void elementsInNativeMemoryAreDecodedWhereTheyAre() throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment memory = arena.allocate(SPEC.byteSize()).copyFrom(elements());
            assertReads(memory, 0);
            assertReads(memory.asReadOnly(), 0);
            Tensor.Part part = Tensor.stored(SPEC, memory).load(3, 2, this::take);
            assertThat(part.stored().orElseThrow().address()).isEqualTo(memory.address() + 3 * 4);
        }
    }

    @Test
    void elementsOnTheHeapAreCopied() throws IOException {
        assertReads(elements(), 7 * 4);
        assertReads(elements().asReadOnly(), 7 * 4);
    }

    @Test
    void elementsOfAMappedFileAreCopied(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("w"), bytes());
        try (FileChannel channel = FileChannel.open(file);
                Arena arena = Arena.ofConfined()) {
            assertReads(channel.map(MapMode.READ_ONLY, 0, SPEC.byteSize(), arena), 7 * 4);
        }
    }

    @Test
    void elementsOfAnotherThreadAreRefusedAsTheirMemoryIs() throws Exception {
        try (Arena arena = Arena.ofConfined()) {
            Tensor tensor = Tensor.stored(SPEC, arena.allocate(SPEC.byteSize()));
            FutureTask<Tensor.Part> reading = new FutureTask<>(() -> tensor.load(0, 1, this::take));
            Thread.ofPlatform().start(reading).join();
            assertThat(reading.state()).isEqualTo(FutureTask.State.FAILED);
            assertThat(reading.exceptionNow()).isInstanceOf(WrongThreadException.class);
        }
    }

    @Test
    void elementsInSharedMemoryAreReadOnAnyThread()
            throws InterruptedException, ExecutionException {
        try (Arena arena = Arena.ofShared()) {
            MemorySegment memory = arena.allocate(SPEC.byteSize()).copyFrom(elements());
            FutureTask<Boolean> reading =
                    new FutureTask<>(
                            () -> {
                                assertReads(memory, 0);
                                return true;
                            });
            Thread.ofPlatform().start(reading).join();
            assertThat(reading.get()).isTrue();
        }
    }

    @Test
    void elementsElsewhereAreReadIntoScratch() throws IOException {
        assertReads(new InFile(bytes()), 7 * 4);
    }

    @Test
    void whatTheStorageThrowsIsThrown() {
        Tensor tensor = Tensor.stored(SPEC, new InFile(new byte[8]));
        assertThat(tensor.bytes().orElseThrow().memory()).isEmpty();
        assertThatExceptionOfType(EOFException.class)
                .isThrownBy(() -> tensor.load(2, 1, this::take))
                .withMessage("ends after 8 bytes");
    }

    @Test
    void readingCutsLongRangesIntoChunks() throws IOException {
        int many = 200_000;
        float[] values = new float[many];
        IntStream.range(0, many).forEach(i -> values[i] = i);
        double[] read = new double[many];
        TensorArray.of(values).tensor("w").read(1, read, 2, many - 3);
        assertThat(read[1]).isZero();
        assertThat(IntStream.range(2, many - 1)).allMatch(i -> read[i] == i - 1);
        assertThat(read[many - 1]).isZero();
    }

    @Test
    void rangesOutsideAreRefused() {
        Tensor tensor = Tensor.stored(SPEC, elements());
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> tensor.load(-1, 1, this::take));
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> tensor.load(ELEMENTS, 1, this::take));
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> tensor.load(0, ELEMENTS + 1, this::take));
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> tensor.read(0, new double[2], 1, 2));
        assertThat(taken).isZero();
    }

    @Test
    void bytesOfAnotherSizeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tensor.stored(SPEC, MemorySegment.ofArray(new byte[399])))
                .withMessage("w F32 [10, 10]: expected 400 bytes, got 399");
    }

    private void assertReads(MemorySegment memory, long copied) throws IOException {
        assertReads(StoredBytes.of(memory), copied);
    }

    /** Loads 7 elements from the 5th on and decodes them in pieces, the last first. */
    private void assertReads(StoredBytes bytes, long copied) throws IOException {
        taken = 0;
        Tensor tensor = Tensor.stored(SPEC, bytes);
        Tensor.Part part = tensor.load(5, 7, this::take);
        assertThat(taken).isEqualTo(copied);
        double[] into = new double[9];
        part.decode(4, into, 5, 3);
        part.decode(0, into, 1, 4);
        assertThat(into).containsExactly(0, 2.5, 3, 3.5, 4, 4.5, 5, 5.5, 0);
        MemorySegment stored = part.stored().orElseThrow();
        assertThat(stored.isNative()).isTrue();
        assertThat(stored.mismatch(elements().asSlice(5 * 4, 7 * 4))).isEqualTo(-1);
        assertThat(tensor.bytes()).contains(bytes);
        assertThat(tensor.spec()).isEqualTo(SPEC);
    }

    private MemorySegment take(long bytes) {
        taken += bytes;
        return Arena.ofAuto().allocate(bytes, 64).fill((byte) -1);
    }

    /** Element i is half of i. */
    private static MemorySegment elements() {
        return MemorySegment.ofArray(bytes());
    }

    private static byte[] bytes() {
        ByteBuffer bytes =
                ByteBuffer.allocate(ELEMENTS * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        IntStream.range(0, ELEMENTS).forEach(i -> bytes.putFloat(i / 2f));
        return bytes.array();
    }

    /** Bytes that can only be read, as those of a file; some of them may be missing. */
    private record InFile(byte[] content) implements StoredBytes {

        @Override
        public long size() {
            return SPEC.byteSize();
        }

        @Override
        public void read(long offset, MemorySegment into) throws IOException {
            if (offset + into.byteSize() > content.length) {
                throw new EOFException("ends after " + content.length + " bytes");
            }
            MemorySegment.copy(MemorySegment.ofArray(content), offset, into, 0, into.byteSize());
        }
    }
}
