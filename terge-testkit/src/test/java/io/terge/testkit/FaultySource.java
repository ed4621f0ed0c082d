package io.terge.testkit;

import static java.util.Objects.requireNonNull;

import io.terge.spi.ModelSource;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.StoredBytes;
import io.terge.tensor.Tensor;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** A model at rest, opened. */
final class FaultySource implements ModelSource {

    private final AdapterFault fault;
    private final FaultyAdapter.Stored stored;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Thread owner = Thread.currentThread();

    FaultySource(AdapterFault fault, FaultyAdapter.Stored stored) {
        this.fault = fault;
        this.stored = stored;
    }

    @Override
    public List<ParameterSpec> parameters() {
        return stored.specs().stream().filter(this::keeps).map(this::shown).toList();
    }

    @Override
    public Tensor tensor(String name) {
        ParameterSpec spec =
                parameters().stream()
                        .filter(one -> one.name().equals(name) || isAnyGiven())
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("No " + name));
        byte[] bytes = requireNonNull(stored.bytes().get(original(spec.name())));
        return new View(spec, Tensor.stored(spec, MemorySegment.ofArray(bytes)));
    }

    @Override
    public Map<String, String> metadata() {
        return stored.texts();
    }

    @Override
    public void close() {
        closed.set(true);
    }

    private boolean keeps(ParameterSpec spec) {
        return fault != AdapterFault.LOSES_EMPTY_TENSORS || spec.elements() > 0;
    }

    private boolean isAnyGiven() {
        return fault == AdapterFault.GIVES_ANY_TENSOR;
    }

    private ParameterSpec shown(ParameterSpec spec) {
        if (fault != AdapterFault.GARBLES_NAMES) {
            return spec;
        }
        String name = spec.name().replaceAll("[^ -~]", "?");
        return new ParameterSpec(name, spec.dtype(), spec.shape(), spec.byteSize());
    }

    private String original(String shown) {
        return stored.specs().stream()
                .filter(spec -> shown(spec).name().equals(shown))
                .findFirst()
                .orElseThrow()
                .name();
    }

    /** A tensor that is open as long as its source is. */
    private final class View implements Tensor {

        private final ParameterSpec spec;
        private final Tensor tensor;

        View(ParameterSpec spec, Tensor tensor) {
            this.spec = spec;
            this.tensor = tensor;
        }

        @Override
        public ParameterSpec spec() {
            return spec;
        }

        @Override
        public void read(long index, double[] into, int from, int count) throws IOException {
            if (closed.get() && fault != AdapterFault.READS_AFTER_CLOSE) {
                throw new IllegalStateException("Closed");
            }
            if (fault == AdapterFault.IS_TIED_TO_A_THREAD && Thread.currentThread() != owner) {
                throw new AssertionError(FaultySource.this + " is read on another thread");
            }
            boolean outside = index < 0 || index + count > spec.elements();
            if (outside && fault == AdapterFault.READS_OUTSIDE) {
                return;
            }
            boolean atStart = fault == AdapterFault.READS_FROM_THE_START;
            tensor.read(atStart ? 0 : index, into, from, count);
        }

        @Override
        public Optional<StoredBytes> bytes() {
            return fault == AdapterFault.HAS_NO_BYTES ? Optional.empty() : tensor.bytes();
        }
    }

    @Override
    public String toString() {
        return "Model adapter 'faulty' (" + FaultyAdapter.class.getName() + ")";
    }
}
