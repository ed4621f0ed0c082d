package io.terge.engine.model;

import io.terge.api.MergeListener;
import io.terge.engine.plugin.Cancellation;
import io.terge.engine.plugin.Plugin;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.model.ModelReference;
import io.terge.spi.format.ModelAdapter;
import io.terge.spi.format.ModelSource;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The opening of one model and of all that it is made from, for one caller, on its thread. */
final class Opening {

    // Links in a file system make ever new paths to one model.
    private static final int DEEPEST = 20;

    private final AdapterChooser adapters;
    private final RequestSettings settings;
    private final MergeListener listener;
    private final SharedValues shared;
    private final Thread caller = Thread.currentThread();
    private final List<ModelReference> chain = new ArrayList<>();
    private @Nullable Throwable thrownByListener;

    Opening(
            AdapterChooser adapters,
            RequestSettings settings,
            MergeListener listener,
            SharedValues shared) {
        this.adapters = adapters;
        this.settings = settings;
        this.listener = listener;
        this.shared = shared;
    }

    /** Opens the model that was asked for. */
    OpenModel open(ModelReference model, Plugin<ModelAdapter> adapter) {
        OpenModel opened;
        try {
            opened =
                    adapter.call("opening " + model.describe())
                            .getReading(
                                    "model " + model.describe(),
                                    () -> new OpenModel(model, adapter, source(model, adapter)));
        } catch (RuntimeException | Error failure) {
            throwWhatTheListenerThrew();
            throw failure;
        }
        if (thrownByListener != null) { // The adapter has caught it.
            try (opened) {
                throwWhatTheListenerThrew();
            }
        }
        return opened;
    }

    /** Opens a model that another is made from. */
    NestedSource nested(ModelReference model) throws IOException {
        Plugin<ModelAdapter> adapter = adapters.toOpen(model);
        return adapter.call("opening " + model.describe())
                .getPassing(() -> new NestedSource(model, adapter, source(model, adapter)));
    }

    private ModelSource source(ModelReference model, Plugin<ModelAdapter> adapter)
            throws IOException {
        checkChain(model);
        AdapterSettings own = AdapterSettings.of(model, adapter, settings);
        chain.add(model);
        try (OpeningContext context = new OpeningContext(this, adapter, own)) {
            ModelSource source =
                    adapter.call("opening " + model.describe())
                            .getPassing(() -> adapter.instance().open(model, context));
            context.keepOpen(); // They are the source's now.
            return source;
        } finally {
            chain.removeLast();
        }
    }

    /** What models that are opened together have in common. */
    SharedValues shared() {
        return shared;
    }

    /** Whether the model that is being opened is part of another. */
    boolean isNested() {
        return chain.size() > 1;
    }

    private void checkChain(ModelReference model) {
        if (chain.stream().anyMatch(above -> isSame(above, model))) {
            throw refused(model, "Model %s refers to itself".formatted(model.describe()));
        }
        if (chain.size() == DEEPEST) {
            throw refused(
                    model,
                    "Model %s refers to a chain of more than %d models"
                            .formatted(chain.getFirst().describe(), DEEPEST));
        }
    }

    private TergeException refused(ModelReference model, String message) {
        String way =
                chain.stream()
                        .map(above -> above.describe() + " -> ")
                        .collect(Collectors.joining());
        return new TergeException(
                Problem.of(TergeCode.MODEL_CYCLE, message)
                        .note("opened: " + way + model.describe())
                        .fix("correct the configuration that names " + model.describe()));
    }

    private static boolean isSame(ModelReference left, ModelReference right) {
        return left.settings().equals(right.settings())
                && (left.equals(right)
                        || left.path().isPresent() && absolute(left).equals(absolute(right)));
    }

    private static Optional<Path> absolute(ModelReference reference) {
        return reference.path().map(path -> path.toAbsolutePath().normalize());
    }

    /** Tells the listener how far something has come. */
    void progress(String doing, long done, long total) {
        if (caller.isInterrupted()) {
            throw Cancellation.cancelled(new InterruptedException());
        }
        try {
            listener.opening(doing, done, total);
        } catch (RuntimeException | Error thrown) {
            thrownByListener = thrown;
            throw thrown;
        }
    }

    /** Checks that a context is used on the thread that it was given to. */
    void checkThread() {
        if (Thread.currentThread() != caller) {
            throw new IllegalStateException(
                    "An AdapterContext is valid only on the thread that called open");
        }
    }

    // It reaches the caller, whatever the adapters on the way make of it.
    private void throwWhatTheListenerThrew() {
        switch (thrownByListener) {
            case RuntimeException exception -> throw exception;
            case Error error -> throw error;
            case null, default -> {}
        }
    }
}
