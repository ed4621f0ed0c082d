package io.terge.pytorch.state;

import io.terge.pytorch.pickle.PickleValue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tensors of a model.
 *
 * @param key where it is in what was saved, e.g. {@code state_dict}; empty if it is the whole
 * @param tensors the calls that make the tensors, by name, in order
 * @param ignored what is not a tensor
 */
public record StateDict(String key, Map<String, PickleValue> tensors, List<Ignored> ignored) {

    public StateDict {
        tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
        ignored = List.copyOf(ignored);
    }

    /**
     * Something that is not a tensor.
     *
     * @param name where it is
     * @param type its type in Python
     */
    public record Ignored(String name, String type) {}
}
