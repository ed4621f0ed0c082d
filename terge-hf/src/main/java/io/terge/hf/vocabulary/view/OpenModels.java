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
            ClosedTogether.closeAfter(failure, opened.values());
            throw failure;
        }
    }
}
