package io.terge.hf.directory;

import io.terge.tensor.ParameterSpec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A parameter, and the file that holds it.
 *
 * @param shard the file
 * @param spec the parameter
 * @param tie the other name of its tensor, where it is tied to a parameter of the same file
 */
record Held(Shard shard, ParameterSpec spec, Optional<String> tie) {

    /** All parameters of a file, in its order. */
    static List<Held> in(Shard shard) {
        Map<String, String> ties = shard.source().ties();
        return shard.source().parameters().stream()
                .map(spec -> new Held(shard, spec, Optional.ofNullable(ties.get(spec.name()))))
                .toList();
    }

    /** All parameters of one file by name. */
    static Map<String, Held> byName(Shard shard) {
        List<Held> all = in(shard);
        Map<String, Held> held = LinkedHashMap.newLinkedHashMap(all.size());
        all.forEach(one -> held.put(one.spec().name(), one));
        return held;
    }
}
