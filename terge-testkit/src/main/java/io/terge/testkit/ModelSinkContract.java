package io.terge.testkit;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.model.ModelReference;
import io.terge.spi.format.ModelBlueprint;
import io.terge.spi.format.ModelSink;
import io.terge.spi.format.ModelSource;
import io.terge.spi.format.ModelWriter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tests everything that the engine relies on in the sinks of an adapter. Part of {@link
 * ModelAdapterContract}; extend that class.
 *
 * @since 0.1
 */
public abstract class ModelSinkContract extends ModelSourceContract {

    /**
     * Returns a target that does not exist yet.
     *
     * @param directory an empty directory that the test may use
     */
    protected abstract ModelReference target(Path directory);

    /**
     * Returns a target for a model. The default does not depend on the model; override it if a
     * target {@linkplain #targetsExist() must exist}.
     *
     * @param model the model to be written
     * @param directory an empty directory that the test may use
     */
    protected ModelReference target(TinyModel model, Path directory) {
        return target(directory);
    }

    /**
     * Whether a target must exist, with the parameters of the model that is written to it, as an
     * object in memory that is filled in place. Writing to it then needs leave to overwrite.
     */
    protected boolean targetsExist() {
        return false;
    }

    /**
     * Whether a target exists; if {@linkplain #targetsExist() it must}, whether anything was
     * written to it. The default is for files and directories.
     */
    protected boolean isVisible(ModelReference reference) {
        return Files.exists(reference.path().orElseThrow());
    }

    /** Writes the model with the adapter. */
    @Override
    protected ModelReference stored(TinyModel model, Path directory) throws IOException {
        return model.write(adapter(), target(model, directory), blueprint(model));
    }

    @Test
    final void checksATargetWithoutWriting() throws IOException {
        ModelReference target = target(small(30), directory);
        checkNew(target);
        writer().check(target, true);
        subject().check(!isVisible(target), "shows a model after check()");
        try (Stream<Path> files = Files.list(directory)) {
            subject().same(List.of(), files.toList(), "files after check()");
        }
    }

    @Test
    final void refusesWritesOutsideAParameter() throws IOException {
        TinyModel model = small(9);
        try (ModelSink sink = writer().create(target(model, directory), blueprint(model))) {
            var memory = model.array("b.weight").memory();
            refused("a write beyond the end", () -> sink.write("b.weight", 1, memory));
            refused("a write before the start", () -> sink.write("b.weight", -1, memory));
        }
    }

    @Test
    final void writesPartsInAnyOrder() throws IOException {
        TinyModel model = small(10);
        ModelReference target = target(model, directory);
        try (ModelSink sink = writer().create(target, blueprint(model))) {
            for (Runnable write : models().shuffledWrites(sink, model)) {
                write.run();
            }
            sink.commit();
        }
        models().checkHolds(target, model, "written in parts, out of order");
    }

    @Test
    final void writesPartsOnSeveralThreads() throws IOException {
        TinyModel model = small(11).with("large", types().getFirst(), 16, 1024);
        ModelReference target = target(model, directory);
        try (ModelSink sink = writer().create(target, blueprint(model))) {
            BlockWalk.concurrently(models().shuffledWrites(sink, model));
            sink.commit();
        }
        models().checkHolds(target, model, "written in parts on several threads");
    }

    @Test
    final void showsNothingBeforeTheCommit() throws IOException {
        TinyModel model = small(13);
        ModelReference target = target(model, directory);
        try (ModelSink sink = writer().create(target, blueprint(model))) {
            subject().check(!isVisible(target), "shows a model when its writing has just begun");
            models().shuffledWrites(sink, model).forEach(Runnable::run);
            subject().check(!isVisible(target), "shows a model before the commit");
            sink.commit();
            subject().check(isVisible(target), "does not show a model after the commit");
        }
        models().checkHolds(target, model, "after the commit");
    }

    @Test
    final void discardsWhatIsNotCommitted() throws IOException {
        TinyModel model = small(14);
        ModelReference target = target(model, directory);
        try (ModelSink sink = writer().create(target, blueprint(model))) {
            models().shuffledWrites(sink, model).forEach(Runnable::run);
        }
        subject().check(!isVisible(target), "shows a model that was not committed");
        checkNew(target);
        model.write(adapter(), target, blueprint(model));
        models().checkHolds(target, model, "written after a discarded one");
    }

    @Test
    final void doesNotReplaceAModelWithoutLeave() throws IOException {
        TinyModel model = small(15);
        ModelReference target = stored(model, directory);
        refusedAsExisting("check()", () -> writer().check(target, false));
        refusedAsExisting("create()", () -> small(16).write(adapter(), target));
        models().checkHolds(target, model, "after refusing to replace it");
    }

    @Test
    final void replacesAModelWithLeave() throws IOException {
        TinyModel older = small(17);
        if (!targetsExist()) {
            older = older.with("only.in.the.older", types().getFirst(), 2, 4);
        }
        TinyModel newer = small(18);
        ModelReference target = stored(older, directory);
        writer().check(target, true);
        try (ModelSink sink = writer().create(target, blueprint(newer).withOverwriting(true))) {
            models().shuffledWrites(sink, newer).forEach(Runnable::run);
            models().checkHolds(target, older, "before the commit of its successor");
            sink.commit();
        }
        models().checkHolds(target, newer, "after replacing another");
    }

    @Test
    final void keepsAModelWhoseSuccessorIsDiscarded() throws IOException {
        TinyModel older = small(19);
        TinyModel newer = small(20);
        ModelReference target = stored(older, directory);
        try (ModelSink sink = writer().create(target, blueprint(newer).withOverwriting(true))) {
            models().shuffledWrites(sink, newer).forEach(Runnable::run);
        }
        models().checkHolds(target, older, "after discarding its successor");
    }

    @Test
    final void replacesAModelThatIsOpen() throws IOException {
        TinyModel older = small(25);
        TinyModel newer = small(26);
        ModelReference target = stored(older, directory);
        try (ModelSource source = adapter().open(target, context())) {
            try (ModelSink sink = writer().create(target, blueprint(newer).withOverwriting(true))) {
                models().checkSource(source, older, "open, when its successor has begun");
                models().shuffledWrites(sink, newer).forEach(Runnable::run);
                models().checkSource(source, older, "open, before the commit of its successor");
                sink.commit();
            }
        }
        models().checkHolds(target, newer, "after replacing one that was open");
    }

    // A target that does not exist yet; one that must exist is never free to be written.
    private void checkNew(ModelReference target) throws IOException {
        if (targetsExist()) {
            refusedAsExisting("check()", () -> writer().check(target, false));
        } else {
            writer().check(target, false);
        }
    }

    ModelBlueprint blueprint(TinyModel model) {
        return ModelBlueprint.of(model.specs()).withOverwriting(targetsExist());
    }

    ModelWriter writer() {
        return TinyModel.writerOf(adapter());
    }

    void refusedAsExisting(String what, Executable action) {
        TergeException refusal =
                assertThrows(
                        TergeException.class,
                        action,
                        () -> subject() + ": " + what + " replaces an existing model");
        subject().same(TergeCode.OUTPUT_EXISTS, refusal.code(), "code of the refusal");
    }
}
