package io.terge.pytorch.state;

import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.files.Quoted;
import io.terge.pytorch.pickle.PickleEntry;
import io.terge.pytorch.pickle.PickleValue;
import io.terge.pytorch.problem.TorchCode;
import io.terge.pytorch.state.StateDict.Ignored;
import io.terge.pytorch.tensor.Described;
import io.terge.pytorch.tensor.TensorReader;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects tensors and what is ignored. For one file. */
final class StateDictBuilder {

    /** As many as a zip archive has entries. More come from dictionaries that repeat others. */
    private static final int MAX_NAMES = 1 << 20;

    /** The characters of all names. More come from long keys of dictionaries that repeat others. */
    private static final long MAX_CHARACTERS = 1 << 26;

    private final String subject;
    private final TensorSearch search;
    private final Map<String, PickleValue> tensors = new LinkedHashMap<>();
    private final List<Ignored> ignored = new ArrayList<>();
    private long characters;

    StateDictBuilder(String subject, TensorSearch search) {
        this.subject = subject;
        this.search = search;
    }

    /** Ignores an entry of a dictionary around the state dict. */
    void ignore(String prefix, PickleEntry entry) {
        String key = Mapping.text(entry).orElseGet(() -> "a key of type " + keyType(entry));
        String type = TensorReader.isTensor(entry.value()) ? "tensor" : Described.of(entry.value());
        ignored.add(new Ignored(prefix + key, type));
        countName(prefix + key);
    }

    private static String keyType(PickleEntry entry) {
        return Described.of(entry.key());
    }

    /** Takes all tensors of a dictionary and of those inside, their names joined by dots. */
    void take(Mapping mapping, String prefix, int depth) {
        for (PickleEntry entry : mapping.entries()) {
            Optional<String> key = Mapping.text(entry);
            if (key.isPresent() && TensorReader.isTensor(entry.value())) {
                put(prefix + key.get(), entry.value());
            } else if (key.isPresent()
                    && depth < TensorSearch.MAX_DEPTH
                    && search.isNestOfTensors(entry.value())) {
                Mapping inside = Mapping.of(entry.value()).orElseThrow();
                take(inside, prefix + key.get() + ".", depth + 1);
            } else {
                ignore(prefix, entry);
            }
        }
    }

    private void put(String name, PickleValue tensor) {
        if (tensors.put(name, tensor) != null) {
            throw new TergeException(
                    Problem.of(
                                    TergeCode.DUPLICATE_NAME,
                                    "%s has two tensors %s".formatted(subject, Quoted.of(name)))
                            .fix(
                                    "choose one of the dictionaries that they are in by ?key=, or"
                                            + " rename one of them in Python"));
        }
        countName(name);
    }

    private void countName(String name) {
        characters += name.length();
        if (tensors.size() + ignored.size() > MAX_NAMES) {
            throw tooMany("more than %d tensors and other objects".formatted(MAX_NAMES));
        }
        if (characters > MAX_CHARACTERS) {
            throw tooMany("names of more than %d characters in all".formatted(MAX_CHARACTERS));
        }
    }

    private TergeException tooMany(String what) {
        return new TergeException(
                Problem.of(TorchCode.TORCH_INVALID, "%s has %s".formatted(subject, what)));
    }

    boolean hasTensors() {
        return !tensors.isEmpty();
    }

    StateDict build(String key) {
        return new StateDict(key, tensors, ignored);
    }
}
