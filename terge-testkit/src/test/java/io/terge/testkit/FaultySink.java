package io.terge.testkit;

import static java.util.Objects.requireNonNull;

import io.terge.spi.format.ModelBlueprint;
import io.terge.spi.format.ModelSink;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Collects a model's bytes. */
final class FaultySink implements ModelSink {

    private final AdapterFault fault;
    private final ModelBlueprint blueprint;
    private final Consumer<FaultyAdapter.Stored> target;
    private final Map<String, byte[]> bytes;
    private final Map<String, AtomicLong> ends = new ConcurrentHashMap<>();
    private final Thread owner = Thread.currentThread();

    FaultySink(
            AdapterFault fault, ModelBlueprint blueprint, Consumer<FaultyAdapter.Stored> target) {
        this.fault = fault;
        this.blueprint = blueprint;
        this.target = target;
        this.bytes =
                blueprint.parameters().stream()
                        .collect(
                                Collectors.toMap(
                                        ParameterSpec::name,
                                        spec -> new byte[(int) spec.byteSize()]));
    }

    @Override
    public void write(String parameter, long offset, MemorySegment part) {
        byte[] whole = requireNonNull(bytes.get(parameter));
        if (fault == AdapterFault.WRITES_OUTSIDE
                && (offset < 0 || offset + part.byteSize() > whole.length)) {
            return;
        }
        if (fault == AdapterFault.WRITES_ON_ONE_THREAD && Thread.currentThread() != owner) {
            return;
        }
        Objects.checkFromIndexSize(offset, part.byteSize(), whole.length);
        long at = offset;
        if (fault == AdapterFault.WRITES_IN_SEQUENCE) {
            at =
                    ends.computeIfAbsent(parameter, name -> new AtomicLong())
                            .getAndAdd(part.byteSize());
        }
        if (fault == AdapterFault.WRITES_STRAIGHT_TO_ITS_TARGET) {
            target.accept(stored());
        }
        MemorySegment.copy(part, 0, MemorySegment.ofArray(whole), at, part.byteSize());
        if (fault == AdapterFault.FLIPS_A_BYTE && part.byteSize() > 0) {
            whole[(int) at] ^= 1;
        }
    }

    @Override
    public void commit() {
        target.accept(stored());
    }

    @Override
    public void close() {
        if (fault == AdapterFault.COMMITS_ON_CLOSE) {
            commit();
        }
    }

    FaultyAdapter.Stored stored() {
        List<ParameterSpec> specs = blueprint.parameters().stream().map(this::kept).toList();
        return new FaultyAdapter.Stored(
                specs,
                bytes,
                blueprint.ties(),
                fault == AdapterFault.FORGETS_METADATA ? Map.of() : blueprint.metadata(),
                fault == AdapterFault.FORGETS_COMPANIONS ? List.of() : blueprint.companions());
    }

    private ParameterSpec kept(ParameterSpec spec) {
        if (fault == AdapterFault.FORGETS_THE_TYPE && spec.dtype().equals(DType.BF16)) {
            return spec.as(DType.F16);
        }
        return spec;
    }
}
