package io.terge.pytorch;

import io.terge.files.Quoted;
import io.terge.pytorch.pickle.PickleGlobal;

import java.util.List;
import java.util.stream.Collectors;

/** Lists what pickles name. */
final class PickleNames {

    private PickleNames() {}

    static String of(List<PickleGlobal> globals) {
        String names =
                globals.stream()
                        .map(PickleGlobal::dotted)
                        .sorted()
                        .map(Quoted::of)
                        .collect(Collectors.joining(", "));
        return names.isEmpty() ? "none" : names;
    }
}
