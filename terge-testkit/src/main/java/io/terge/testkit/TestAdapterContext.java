package io.terge.testkit;

import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.model.ModelReference;
import io.terge.spi.format.AdapterContext;
import io.terge.spi.format.Claim;
import io.terge.spi.format.ModelAdapter;
import io.terge.spi.format.ModelSource;
import io.terge.spi.format.ModelWriter;
import io.terge.spi.format.WriterContext;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * Opens models with given adapters, and finds their writers, as the engine does with all installed
 * ones: the highest claim wins. Rejects a model that opens itself, directly or through others. For
 * one thread.
 *
 * @since 0.1
 */
public final class TestAdapterContext implements AdapterContext, WriterContext {

    private final List<ModelAdapter> adapters;
    private final Map<String, String> settings;
    private final SequencedSet<ModelReference> opening = new LinkedHashSet<>();

    private TestAdapterContext(List<ModelAdapter> adapters, Map<String, String> settings) {
        this.adapters = adapters;
        this.settings = settings;
    }

    /** Returns a context that opens models with these adapters. */
    public static TestAdapterContext of(ModelAdapter... adapters) {
        return new TestAdapterContext(List.of(adapters), Map.of());
    }

    /** Returns a context that opens models with these settings, in addition to their own. */
    public TestAdapterContext with(String name, String value) {
        Map<String, String> more = new HashMap<>(settings);
        more.put(name, value);
        return new TestAdapterContext(adapters, Map.copyOf(more));
    }

    /**
     * Returns the setting of the model that {@link #open} is opening, else one of this context.
     * Does not know the settings of a model that a test opens with the adapter itself.
     */
    @Override
    public Optional<String> setting(String name) {
        return opening.isEmpty()
                ? Optional.ofNullable(settings.get(name))
                : Optional.ofNullable(opening.getLast().settings().get(name))
                        .or(() -> Optional.ofNullable(settings.get(name)));
    }

    @Override
    public boolean isNested() {
        return opening.size() > 1;
    }

    @Override
    public ModelSource open(ModelReference other) throws IOException {
        ModelAdapter adapter =
                adapters.stream()
                        .filter(one -> one.claims(other) != Claim.NONE)
                        .max(Comparator.comparing(one -> one.claims(other)))
                        .orElseThrow(() -> refused(other, "is claimed by no adapter of this test"));
        if (!opening.add(other)) {
            throw refused(other, "is already being opened");
        }
        try {
            return adapter.open(other, this);
        } finally {
            opening.remove(other);
        }
    }

    @Override
    public Optional<ModelWriter> writer(ModelReference other) {
        return adapters.stream()
                .flatMap(adapter -> adapter.writer().stream())
                .filter(writer -> writer.claims(other) != Claim.NONE)
                .max(Comparator.comparing(writer -> writer.claims(other)));
    }

    @Override
    public void progress(String doing, long done, long total) {
        if (doing.isBlank() || done < 0 || total < 0 || total > 0 && done > total) {
            throw new IllegalArgumentException(
                    "Progress '%s' is %d of %d".formatted(doing, done, total));
        }
    }

    private static TergeException refused(ModelReference reference, String why) {
        return new TergeException(
                Problem.of(TergeCode.MODEL_NOT_RECOGNIZED, reference.describe() + " " + why));
    }
}
