package io.terge.testkit;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.terge.model.ModelReference;
import io.terge.spi.ModelSource;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Tensor;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the engine relies on in every model adapter that also writes. Extend it and give the adapter
 * and a place for a model; where a format cannot do something, say so by the other methods.
 *
 * @since 0.1
 */
public abstract class ModelAdapterContract extends ModelSinkContract {

    /** Whether the format keeps texts beside the parameters. */
    protected boolean keepsMetadata() {
        return true;
    }

    /** Whether tensors refuse to be read once their source is closed. */
    protected boolean refusesReadsAfterClose() {
        return true;
    }

    @Test
    final void hasAWellFormedName() {
        subject().checkName("name()");
        subject().same(adapter().name(), adapter().name(), "name() asked twice");
    }

    @Test
    final void recognizesWhatItWrote() throws IOException {
        ModelReference target = target(directory);
        subject().check(adapter().creates(target), "creates() says no to " + target.describe());
        small(1).write(adapter(), target);
        subject().check(adapter().recognizes(target), "does not recognize " + target.describe());
    }

    @Test
    final void keepsEveryType() throws IOException {
        TinyModel model = TinyModel.seeded(2);
        for (DType type : types()) {
            model = model.with("some." + type.name(), type, 2, 4).with("none." + type, type, 3, 0);
            model = type.bits() % 8 == 0 ? model.with("scalar." + type.name(), type) : model;
        }
        models().checkHolds(model.write(adapter(), target(directory)), model, "after a round trip");
    }

    @Test
    final void keepsAnyName() throws IOException {
        TinyModel model = TinyModel.seeded(3);
        DType type = types().getFirst();
        for (String name : List.of("a", "a.b", "A.b", "重み.é", "with space", "\"quoted\\\n", "😀")) {
            model = model.with(name, type, 2, 4);
        }
        models().checkHolds(model.write(adapter(), target(directory)), model, "after a round trip");
    }

    @Test
    final void keepsAModelWithoutParameters() throws IOException {
        TinyModel model = TinyModel.seeded(4);
        models().checkHolds(model.write(adapter(), target(directory)), model, "after a round trip");
    }

    @Test
    final void keepsMetadataIfItCan() throws IOException {
        TinyModel model = small(5);
        Map<String, String> metadata = Map.of("format", "pt", "ключ", "value\n\"quoted\"");
        ModelReference target = target(directory);
        model.write(adapter(), target, blueprint(model, metadata, false));
        try (ModelSource source = adapter().open(target)) {
            subject()
                    .same(
                            keepsMetadata() ? metadata : Map.of(),
                            source.metadata(),
                            "metadata after a round trip");
        }
    }

    @Test
    final void readsAnyPartOfATensor() throws IOException {
        TinyModel model = small(6);
        try (ModelSource source = adapter().open(model.write(adapter(), target(directory)))) {
            for (ParameterSpec spec : source.parameters()) {
                models().checkParts(source.tensor(spec.name()), model);
            }
        }
    }

    @Test
    final void refusesReadsOutsideATensor() throws IOException {
        TinyModel model = small(7);
        try (ModelSource source = adapter().open(model.write(adapter(), target(directory)))) {
            Tensor tensor = source.tensor("b.weight");
            long end = tensor.spec().elements();
            refused("a read beyond the end", () -> tensor.read(end - 1, new double[2], 0, 2));
            refused("a read before the start", () -> tensor.read(-1, new double[2], 0, 1));
        }
    }

    @Test
    final void refusesAnUnknownParameter() throws IOException {
        try (ModelSource source = adapter().open(small(8).write(adapter(), target(directory)))) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> source.tensor("no such parameter"),
                    () -> subject() + ": gives a tensor that is not in the model");
        }
    }

    @Test
    final void readsOnSeveralThreads() throws IOException {
        TinyModel model = small(12).with("large", types().getFirst(), 16, 1024);
        try (ModelSource source = adapter().open(model.write(adapter(), target(directory)))) {
            Runnable check = () -> models().checkSource(source, model, "read on several threads");
            BlockWalk.concurrently(Stream.generate(() -> check).limit(8).toList());
        }
    }

    @Test
    final void refusesReadsAfterClosingIfItSaysSo() throws IOException {
        ModelSource source = adapter().open(small(21).write(adapter(), target(directory)));
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
}
