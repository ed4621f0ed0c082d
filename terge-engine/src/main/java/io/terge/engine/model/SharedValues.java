package io.terge.engine.model;

import io.terge.spi.format.AdapterContext;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What adapters have read for several models that are opened together, on one thread. */
final class SharedValues {

    private final Map<List<Object>, Object> known = new HashMap<>();

    /** Returns a value of an adapter, and reads it if it is not known. */
    <T> T get(String adapter, Class<T> type, Object key, AdapterContext.Reading<T> reading)
            throws IOException {
        List<Object> whole = List.of(adapter, type, key);
        Object found = known.get(whole);
        if (found != null) {
            return type.cast(found);
        }
        T read = reading.read(); // May read others.
        known.put(whole, read);
        return read;
    }
}
