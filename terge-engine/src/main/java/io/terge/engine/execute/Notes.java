package io.terge.engine.execute;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/** What a method has to say, in the order of its calls; safe for use by several threads. */
final class Notes {

    private final List<String> notes = new ArrayList<>();

    synchronized void add(String note) {
        notes.add(requireNonNull(note, "note"));
    }

    synchronized List<String> all() {
        return List.copyOf(notes);
    }
}
