package io.terge.testkit;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.terge.model.ModelReference;
import io.terge.spi.format.AdapterContext;
import io.terge.spi.format.Claim;
import io.terge.spi.format.ModelAdapter;
import io.terge.spi.format.ModelSource;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Tensor;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tests everything that the engine relies on in the sources of an adapter. Extend it for a
 * read-only format, and provide the adapter and models written by other means; for an adapter with
 * a writer, extend {@link ModelAdapterContract}.
 *
 * @since 0.1
 */
public abstract class ModelSourceContract {

    @TempDir Path directory;

    /** Returns the adapter under test: the same object or a new one each time. */
    protected abstract ModelAdapter adapter();

    /**
     * Stores a model in the format.
     *
     * @param model the model, with parameters of {@link #types()} only
     * @param directory an empty directory that the test may use
     * @return a reference to the stored model
     */
    protected abstract ModelReference stored(TinyModel model, Path directory) throws IOException;

    /**
     * Returns the context to open models with. The default opens other models with the adapter
     * itself.
     */
    protected AdapterContext context() {
        return TestAdapterContext.of(adapter());
    }

    /**
     * The types that the format supports, at least one of them floating. Default: all known types.
     */
    protected List<DType> types() {
        return DType.known();
    }

    /** Whether reading a tensor fails after its source is closed. */
    protected boolean refusesReadsAfterClose() {
        return true;
    }

    @Test
    final void hasAWellFormedName() {
        subject().checkName("name()");
        subject().same(adapter().name(), adapter().name(), "name() called twice");
        subject()
                .check(
                        adapter().describe().lines().count() <= 1,
                        "describe() is more than one line: " + adapter().describe());
    }

    @Test
    final void namesItsSettings() {
        List<String> names = adapter().settings();
        subject().same(names, adapter().settings(), "settings() called twice");
        subject().same(names.stream().distinct().toList(), names, "settings() without repeats");
        for (String name : names) {
            subject()
                    .check(
                            name.matches("[a-z][a-z0-9_-]*"),
                            "the name of a setting is malformed: " + name);
        }
    }

    @Test
    final void claimsWhatItReads() throws IOException {
        ModelReference there = stored(small(1), directory);
        subject()
                .check(
                        adapter().claims(there) != Claim.NONE,
                        "does not claim the model " + there.describe());
    }

    @Test
    final void claimsNothingForeign() {
        ModelReference foreign = ModelReference.of(new Object(), "a foreign object");
        subject().same(Claim.NONE, adapter().claims(foreign), "claims() of " + foreign);
    }

    @Test
    final void keepsEveryType() throws IOException {
        TinyModel model = TinyModel.seeded(2);
        for (DType type : types()) {
            model = model.with("some." + type.name(), type, 2, 4).with("none." + type, type, 3, 0);
            model = type.bits() % 8 == 0 ? model.with("scalar." + type.name(), type) : model;
        }
        models().checkHolds(stored(model, directory), model, "after a round trip");
    }

    @Test
    final void keepsAnyName() throws IOException {
        TinyModel model = TinyModel.seeded(3);
        DType type = types().getFirst();
        for (String name : List.of("a", "a.b", "A.b", "重み.é", "with space", "\"quoted\\\n", "😀")) {
            model = model.with(name, type, 2, 4);
        }
        models().checkHolds(stored(model, directory), model, "after a round trip");
    }

    @Test
    final void keepsAModelWithoutParameters() throws IOException {
        TinyModel model = TinyModel.seeded(4);
        models().checkHolds(stored(model, directory), model, "after a round trip");
    }

    @Test
    final void saysTheSameOfItsHeadersEachTime() throws IOException {
        try (ModelSource source = opened(small(31))) {
            models().checkHeaders(source);
        }
    }

    @Test
    final void readsAnyPartOfATensor() throws IOException {
        TinyModel model = small(6);
        try (ModelSource source = opened(model)) {
            for (ParameterSpec spec : source.parameters()) {
                models().checkParts(source.tensor(spec.name()), model);
            }
        }
    }

    @Test
    final void decodesChunksInAnyOrder() throws IOException {
        TinyModel model = small(32);
        try (ModelSource source = opened(model)) {
            new ChunkChecks(subject(), source, model).checkDecoding();
        }
    }

    @Test
    final void storesWhatItDecodes() throws IOException {
        TinyModel model = small(33);
        try (ModelSource source = opened(model)) {
            new ChunkChecks(subject(), source, model).checkStored();
        }
    }

    @Test
    final void takesNoMoreScratchThanItsFootprintSays() throws IOException {
        TinyModel model = small(35);
        try (ModelSource source = opened(model)) {
            new ChunkChecks(subject(), source, model).checkScratch();
        }
    }

    @Test
    final void keepsChunksOfThreadsApart() throws IOException {
        TinyModel model = small(34);
        try (ModelSource source = opened(model)) {
            new ChunkChecks(subject(), source, model).checkThreads();
        }
    }

    @Test
    final void refusesReadsOutsideATensor() throws IOException {
        try (ModelSource source = opened(small(7))) {
            Tensor tensor = source.tensor("b.weight");
            int end = Math.toIntExact(tensor.spec().elements());
            refused("a read beyond the end", () -> tensor.read(end - 1, new double[2], 0, 2));
            refused("a read before the start", () -> tensor.read(-1, new double[2], 0, 1));
            CountingScratch scratch = CountingScratch.of(source, tensor.spec(), end);
            refused("a chunk beyond the end", () -> tensor.load(end - 1, 2, scratch));
            refused("a chunk before the start", () -> tensor.load(-1, 1, scratch));
        }
    }

    @Test
    final void refusesAnUnknownParameter() throws IOException {
        try (ModelSource source = opened(small(8))) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> source.tensor("no such parameter"),
                    () -> subject() + ": returns a tensor that is not in the model");
        }
    }

    @Test
    final void readsOnSeveralThreads() throws IOException {
        TinyModel model = small(12).with("large", types().getFirst(), 16, 1024);
        try (ModelSource source = opened(model)) {
            Runnable check = () -> models().checkSource(source, model, "read on several threads");
            BlockWalk.concurrently(Stream.generate(() -> check).limit(8).toList());
        }
    }

    @Test
    final void refusesReadsAfterClosingIfItSaysSo() throws IOException {
        ModelSource source = opened(small(21));
        Tensor tensor = source.tensor("b.weight");
        source.close();
        boolean refused = false;
        try {
            tensor.read(0, new double[1], 0, 1);
        } catch (IOException | IllegalStateException closed) {
            refused = true;
        }
        subject().same(refusesReadsAfterClose(), refused, "refuses reads after close");
    }

    /** A model of two parameters, the second of which has 24 numbers. */
    TinyModel small(long seed) {
        DType floating = types().stream().filter(DType::isFloating).findFirst().orElseThrow();
        return TinyModel.seeded(seed)
                .with("a.bias", types().getLast(), 2, 4)
                .with("b.weight", floating, 4, 6);
    }

    ModelSource opened(TinyModel model) throws IOException {
        return adapter().open(stored(model, directory), context());
    }

    void refused(String what, Executable action) {
        assertThrows(
                IndexOutOfBoundsException.class, action, () -> subject() + ": accepts " + what);
    }

    StoredModels models() {
        return new StoredModels(subject(), adapter(), context());
    }

    Subject subject() {
        return new Subject("Model adapter", adapter().name(), adapter().getClass());
    }
}
