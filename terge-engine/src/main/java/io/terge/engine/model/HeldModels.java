package io.terge.engine.model;

import io.terge.engine.cost.FileLimit;
import io.terge.error.TergeException;
import io.terge.model.ModelReference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Models that planning has opened, and that stay open for the run of the plan, which then does not
 * read their headers again. Closes those that nobody has taken. For one thread.
 */
public final class HeldModels implements AutoCloseable {

    /** What planning opens next needs files, too. */
    private static final int SHARE_OF_FILES = 4;

    /**
     * A model that is open.
     *
     * @param model the model
     * @param headers what its headers say
     */
    public record Held(OpenModel model, ModelHeaders headers) {}

    private record Place(ModelReference reference, String adapter) {}

    private final SequencedMap<Place, Held> held = new LinkedHashMap<>();
    private final long mostFiles;
    private long files;

    private HeldModels(long mostFiles) {
        this.mostFiles = mostFiles;
    }

    /** Holds no model: for a plan that need not be run. */
    public static HeldModels none() {
        return new HeldModels(-1);
    }

    /** Holds models as long as they leave most of the files that the system allows. */
    public static HeldModels upTo(Optional<FileLimit> limit) {
        return new HeldModels(
                limit.map(found -> found.left() / SHARE_OF_FILES).orElse(Long.MAX_VALUE));
    }

    /** How many files the models that are held have open. */
    public long files() {
        return files;
    }

    /** Reads a model's headers, and holds it or closes it. */
    ModelHeaders headers(OpenModel model) {
        ModelHeaders headers;
        try {
            headers = model.headers();
        } catch (RuntimeException | Error failure) {
            try (model) {
                throw failure;
            }
        }
        // One that is another by now is to be opened as what it is.
        boolean isItself = headers.reference().equals(model.reference());
        Place place = new Place(headers.reference(), headers.adapter());
        if (isItself && !held.containsKey(place) && files + headers.files().size() <= mostFiles) {
            held.put(place, new Held(model, headers));
            files += headers.files().size();
        } else {
            model.close();
        }
        return headers;
    }

    /** Hands over a model to be closed by the caller, if it is held and is as it was. */
    public Optional<Held> take(ModelReference reference, String adapter) {
        Held taken = held.remove(new Place(reference, adapter));
        if (taken == null) {
            return Optional.empty();
        }
        try {
            taken.model().checkUnchanged();
            return Optional.of(taken);
        } catch (TergeException changed) {
            taken.model().close();
            return Optional.empty(); // Opened again, it is compared with the plan.
        } catch (RuntimeException | Error failure) {
            try (OpenModel _ = taken.model()) {
                throw failure;
            }
        }
    }

    @Override
    public void close() {
        List<OpenModel> open = held.sequencedValues().reversed().stream().map(Held::model).toList();
        held.clear();
        Closing.all(open);
    }
}
