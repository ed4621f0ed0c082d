package io.terge.testkit;

import static java.util.Objects.requireNonNull;

import io.terge.spi.format.Companion;
import io.terge.spi.format.ModelSource;
import io.terge.spi.format.ParameterGroup;
import io.terge.tensor.Footprint;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Tensor;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** A model at rest, opened. */
final class FaultySource implements ModelSource {

    private final AdapterFault fault;
    private final FaultyAdapter.Stored stored;
    private final AtomicInteger calls = new AtomicInteger();
    private final FaultyTensor.Shared shared =
            new FaultyTensor.Shared(Thread.currentThread(), new AtomicReference<>());
    private volatile boolean closed;

    FaultySource(AdapterFault fault, FaultyAdapter.Stored stored) {
        this.fault = fault;
        this.stored = stored;
    }

    @Override
    public List<ParameterSpec> parameters() {
        List<ParameterSpec> all = new ArrayList<>();
        stored.specs().stream().filter(this::keeps).map(this::shown).forEach(all::add);
        stored.ties().forEach((name, other) -> all.add(renamed(spec(other), name)));
        return has(AdapterFault.CHANGES_ITS_HEADERS) && calls.getAndIncrement() % 2 == 1
                ? all.reversed()
                : all;
    }

    @Override
    public Tensor tensor(String name) {
        ParameterSpec spec =
                parameters().stream()
                        .filter(one -> one.name().equals(name) || isAnyGiven())
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("No " + name));
        Tensor sound = Tensor.stored(spec, MemorySegment.ofArray(bytes(spec)));
        return new FaultyTensor(fault, sound, shared, () -> closed);
    }

    @Override
    public Footprint footprint(ParameterSpec parameter) {
        return has(AdapterFault.CHANGES_ITS_FOOTPRINT)
                ? Footprint.of(parameter.byteSize(), 8, calls.getAndIncrement())
                : Footprint.stored(parameter);
    }

    @Override
    public Map<String, String> ties() {
        Map<String, String> ties = new HashMap<>(stored.ties());
        if (has(AdapterFault.TIES_TO_NOTHING)) {
            ties.put("b.weight", "nothing");
        }
        if (has(AdapterFault.TIES_OTHER_NAMES)) {
            ties.replaceAll((name, other) -> "a.bias");
        }
        return ties;
    }

    @Override
    public List<ParameterGroup> groups() {
        return has(AdapterFault.NAMES_A_GROUP_OF_STRANGERS)
                ? List.of(ParameterGroup.of("a weight and its scales", List.of("b.scales")))
                : List.of();
    }

    @Override
    public Map<String, String> metadata() {
        return stored.texts();
    }

    @Override
    public SequencedMap<String, String> details() {
        boolean changes = has(AdapterFault.CHANGES_ITS_DETAILS);
        return new TreeMap<>(Map.of("calls", changes ? "" + calls.getAndIncrement() : "any"));
    }

    @Override
    public List<Companion> companions() {
        return has(AdapterFault.OPENS_COMPANIONS_ONCE)
                ? stored.companions().stream().<Companion>map(this::openedOnce).toList()
                : stored.companions();
    }

    @Override
    public void close() {
        closed = true;
    }

    private CompanionText openedOnce(Companion companion) {
        return new CompanionText(
                companion.name(), calls.getAndIncrement() < 3 ? text(companion) : "");
    }

    private static String text(Companion companion) {
        return companion instanceof CompanionText(String name, String text) ? text : "";
    }

    private byte[] bytes(ParameterSpec spec) {
        String other = stored.ties().get(spec.name());
        if (other == null) {
            return requireNonNull(stored.bytes().get(original(spec.name())));
        }
        byte[] tied = requireNonNull(stored.bytes().get(other));
        return has(AdapterFault.GIVES_A_TIE_OTHER_NUMBERS) ? new byte[tied.length] : tied;
    }

    private boolean keeps(ParameterSpec spec) {
        return fault != AdapterFault.LOSES_EMPTY_TENSORS || spec.elements() > 0;
    }

    private boolean isAnyGiven() {
        return has(AdapterFault.GIVES_ANY_TENSOR);
    }

    private ParameterSpec shown(ParameterSpec spec) {
        return has(AdapterFault.GARBLES_NAMES)
                ? renamed(spec, spec.name().replaceAll("[^ -~]", "?"))
                : spec;
    }

    private static ParameterSpec renamed(ParameterSpec spec, String name) {
        return new ParameterSpec(name, spec.dtype(), spec.shape(), spec.byteSize());
    }

    private ParameterSpec spec(String name) {
        return stored.specs().stream()
                .filter(spec -> spec.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private String original(String shown) {
        return stored.specs().stream()
                .filter(spec -> shown(spec).name().equals(shown))
                .findFirst()
                .orElseThrow()
                .name();
    }

    private boolean has(AdapterFault one) {
        return fault == one;
    }
}
