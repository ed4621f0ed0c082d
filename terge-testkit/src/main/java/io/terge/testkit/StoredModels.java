package io.terge.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.terge.model.ModelReference;
import io.terge.spi.format.AdapterContext;
import io.terge.spi.format.Companion;
import io.terge.spi.format.ModelAdapter;
import io.terge.spi.format.ModelSink;
import io.terge.spi.format.ModelSource;
import io.terge.spi.format.ParameterGroup;
import io.terge.tensor.ElementCodec;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.StoredBytes;
import io.terge.tensor.Tensor;
import io.terge.tensor.TensorArray;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Compares stored models with those that they were written from. */
record StoredModels(Subject subject, ModelAdapter adapter, AdapterContext context) {

    private static final int PART = 8;

    void checkHolds(ModelReference reference, TinyModel expected, String where) throws IOException {
        try (ModelSource source = adapter.open(reference, context)) {
            checkSource(source, expected, where);
        }
    }

    void checkSource(ModelSource source, TinyModel expected, String where) {
        subject.same(
                byName(expected.specs()),
                byName(source.parameters()),
                where + ", " + expected + ", names");
        for (ParameterSpec spec : source.parameters()) {
            TensorArray array = expected.array(spec.name());
            String at = "%s, %s, '%s'".formatted(where, expected, spec.name());
            subject.same(array.spec(spec.name()), spec, at);
            Tensor tensor = source.tensor(spec.name());
            subject.same(spec, tensor.spec(), at + ", the tensor's header");
            checkBytes(array.memory(), tensor, at);
        }
    }

    /** What the headers say is the same each time, and of parameters that are there. */
    void checkHeaders(ModelSource source) {
        List<ParameterSpec> specs = source.parameters();
        subject.same(specs, source.parameters(), "parameters() called twice");
        subject.same(source.ties(), source.ties(), "ties() called twice");
        subject.same(
                List.copyOf(source.details().entrySet()),
                List.copyOf(source.details().entrySet()),
                "details() called twice");
        for (ParameterSpec spec : specs) {
            subject.same(
                    source.footprint(spec),
                    source.footprint(spec),
                    "footprint() of '" + spec.name() + "' called twice");
        }
        Map<String, ParameterSpec> byName = byName(specs);
        source.ties().forEach((name, other) -> checkTie(source, byName, name, other));
        source.aliases()
                .forEach(
                        (name, other) ->
                                subject.check(
                                        byName.containsKey(other),
                                        "'%s', an alias of '%s': that must be a parameter"
                                                .formatted(name, other)));
        for (ParameterGroup group : source.groups()) {
            subject.check(!group.meaning().isBlank(), "a group has no meaning: " + group.members());
            subject.check(
                    byName.keySet().containsAll(group.members()),
                    "a group has members that are not parameters: " + group.members());
        }
    }

    private void checkTie(
            ModelSource source, Map<String, ParameterSpec> byName, String name, String other) {
        String at = "'%s', tied to '%s'".formatted(name, other);
        ParameterSpec one = byName.get(name);
        ParameterSpec another = byName.get(other);
        if (one == null || another == null) {
            subject.check(false, at + ": both must be parameters");
            return;
        }
        subject.check(!source.ties().containsKey(other), at + ", which is itself tied");
        subject.same(another.dtype(), one.dtype(), at + ", type");
        subject.same(another.shape(), one.shape(), at + ", shape");
        if (one.dtype().isFloating()) {
            subject.sameNumbers(read(source.tensor(other)), read(source.tensor(name)), at);
        }
    }

    /** The companions have these contents, each time that they are opened. */
    void checkCompanions(ModelReference reference, List<Companion> expected) throws IOException {
        try (ModelSource source = adapter.open(reference, context)) {
            Map<String, String> contents = contents(expected);
            subject.same(contents, contents(source.companions()), "companions");
            subject.same(contents, contents(source.companions()), "companions, opened again");
        }
    }

    private static Map<String, String> contents(List<Companion> companions) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        for (Companion companion : companions) {
            try (InputStream stream = companion.open()) {
                contents.put(companion.name(), new String(stream.readAllBytes(), UTF_8));
            }
        }
        return contents;
    }

    /** Reads parts of a floating tensor into the midst of an array. */
    void checkParts(Tensor tensor, TinyModel model) throws IOException {
        if (!tensor.spec().dtype().isFloating()) {
            return;
        }
        double[] all = model.array(tensor.spec().name()).toDoubles();
        for (int index = 0; index <= all.length; index += 5) {
            int count = Math.min(7, all.length - index);
            double[] into = new double[count + 2];
            tensor.read(index, into, 1, count);
            double[] expected = new double[count + 2];
            System.arraycopy(all, index, expected, 1, count);
            subject.sameNumbers(
                    expected,
                    into,
                    "%s, '%s', %d elements from %d"
                            .formatted(model, tensor.spec().name(), count, index));
        }
    }

    /** The writes of a model in small parts, all parameters mixed, in an order of its seed. */
    List<Runnable> shuffledWrites(ModelSink sink, TinyModel model) {
        List<Runnable> writes = new ArrayList<>();
        for (Map.Entry<String, TensorArray> entry : model.arrays().entrySet()) {
            MemorySegment memory = entry.getValue().memory();
            long part = Math.max(PART, memory.byteSize() / 64 / PART * PART);
            for (long offset = 0; offset < memory.byteSize(); offset += part) {
                long from = offset;
                long size = Math.min(part, memory.byteSize() - offset);
                writes.add(() -> write(sink, entry.getKey(), from, memory.asSlice(from, size)));
            }
        }
        Collections.shuffle(writes, new Random(model.seed()));
        return writes;
    }

    private static void write(ModelSink sink, String name, long offset, MemorySegment bytes) {
        try {
            sink.write(name, offset, bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void checkBytes(MemorySegment expected, Tensor tensor, String at) {
        Optional<StoredBytes> stored = tensor.bytes();
        stored.ifPresent(bytes -> checkStored(expected, bytes, at));
        if (tensor.spec().dtype().isFloating()) {
            subject.sameNumbers(decoded(expected, tensor.spec()), read(tensor), at);
        } else {
            subject.check(stored.isPresent(), at + " is not floating, yet it has no bytes()");
        }
    }

    private void checkStored(MemorySegment expected, StoredBytes stored, String at) {
        subject.check(
                stored.size() == expected.byteSize(),
                "%s: expected %d bytes, got %d".formatted(at, expected.byteSize(), stored.size()));
        checkSame(expected, read(stored, 0, expected.byteSize()), at);
        long third = expected.byteSize() / 3;
        checkSame(expected.asSlice(third, third), read(stored, third, third), at + ", its middle");
        stored.memory().ifPresent(memory -> checkSame(expected, memory, at + ", in memory"));
    }

    private void checkSame(MemorySegment expected, MemorySegment actual, String at) {
        long mismatch = expected.mismatch(actual);
        subject.check(mismatch < 0, at + ": the bytes differ from byte " + mismatch + " on");
    }

    private static MemorySegment read(StoredBytes stored, long offset, long size) {
        MemorySegment into = Arena.ofAuto().allocate(size);
        try {
            stored.read(offset, into);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return into;
    }

    private static double[] decoded(MemorySegment bytes, ParameterSpec spec) {
        double[] values = new double[Math.toIntExact(spec.elements())];
        ElementCodec.of(spec.dtype()).decode(bytes, 0, values, 0, values.length);
        return values;
    }

    private static double[] read(Tensor tensor) {
        double[] values = new double[Math.toIntExact(tensor.spec().elements())];
        try {
            tensor.read(0, values, 0, values.length);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return values;
    }

    /** The headers by name, each of which must be there once. */
    static Map<String, ParameterSpec> byName(List<ParameterSpec> specs) {
        return specs.stream().collect(Collectors.toMap(ParameterSpec::name, spec -> spec));
    }
}
