package io.terge.hf.vocabulary.view;

import io.terge.model.ModelReference;
import io.terge.spi.format.AdapterContext;
import io.terge.spi.format.ModelSource;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Models that are opened and closed together. */
final class OpenModels {

    private OpenModels() {}

    /** Opens all models, each once, or none. */
    static Map<ModelReference, ModelSource> open(
            Collection<ModelReference> references, AdapterContext context) throws IOException {
        Map<ModelReference, ModelSource> opened = new LinkedHashMap<>();
        try {
            for (ModelReference reference : references) {
                if (!opened.containsKey(reference)) {
                    opened.put(reference, context.open(reference));
                }
            }
            return opened;
        } catch (IOException | RuntimeException | Error failure) {
            closeAfter(failure, opened.values());
            throw failure;
        }
    }

    /** Closes every model, whatever happens to the others. */
    static void close(Collection<ModelSource> models) throws IOException {
        List<IOException> failures = new ArrayList<>();
        for (ModelSource model : models) {
            try {
                model.close();
            } catch (IOException failure) {
                failures.add(failure);
            }
        }
        if (!failures.isEmpty()) {
            IOException first = failures.removeFirst();
            failures.forEach(first::addSuppressed);
            throw first;
        }
    }

    /** Closes every model because of a failure, which is told of any other. */
    static void closeAfter(Throwable failure, Collection<ModelSource> models) {
        try {
            close(models);
        } catch (IOException another) {
            failure.addSuppressed(another);
        }
    }
}
