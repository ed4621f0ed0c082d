package io.terge.files;

import io.terge.spi.format.ModelSource;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Closes models that were opened together. */
public final class ClosedTogether {

    private ClosedTogether() {}

    /** Closes every model, whatever happens to the others. */
    public static void close(Collection<ModelSource> models) throws IOException {
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
    public static void closeAfter(Throwable failure, Collection<ModelSource> models) {
        try {
            close(models);
        } catch (IOException another) {
            failure.addSuppressed(another);
        }
    }
}
