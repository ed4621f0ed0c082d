package io.terge.hf.vocabulary.view;

import io.terge.files.ClosedTogether;
import io.terge.model.ModelReference;
import io.terge.spi.format.AdapterContext;
import io.terge.spi.format.ModelSource;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Opens models together. */
final class OpenModels {

    private OpenModels() {}

    /** Makes the view of models that are open, and is to close those that it does not need. */
    @FunctionalInterface
    interface Viewing {

        ModelSource of(Map<ModelReference, ModelSource> opened) throws IOException;
    }

    /** Opens models, each once, and returns their view; if that fails, all are closed. */
    static ModelSource view(
            Collection<ModelReference> references, AdapterContext context, Viewing viewing)
            throws IOException {
        Map<ModelReference, ModelSource> opened = open(references, context);
        try {
            return viewing.of(opened);
        } catch (IOException | RuntimeException | Error failure) {
            ClosedTogether.closeAfter(failure, opened.values());
            throw failure;
        }
    }

    private static Map<ModelReference, ModelSource> open(
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
            ClosedTogether.closeAfter(failure, opened.values());
            throw failure;
        }
    }
}
