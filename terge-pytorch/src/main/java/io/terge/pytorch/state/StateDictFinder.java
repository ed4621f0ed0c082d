package io.terge.pytorch.state;

import io.terge.error.TergeException;
import io.terge.pytorch.pickle.PickleEntry;
import io.terge.pytorch.pickle.PickleValue;
import io.terge.pytorch.problem.TorchCode;
import io.terge.pytorch.tensor.TensorReader;

import java.util.List;
import java.util.Optional;

/**
 * Finds the state dict in what was saved: the whole, or the only dictionary with tensors in it that
 * is not the state of training.
 */
public final class StateDictFinder {

    /** Stands for the whole, all names joined by dots. */
    public static final String WHOLE = ".";

    private final StateDictProblems problems;
    private final TensorSearch search = new TensorSearch();
    private final Candidates candidates = new Candidates(search);
    private final StateDictBuilder builder;

    private StateDictFinder(String subject) {
        this.problems = new StateDictProblems(subject);
        this.builder = new StateDictBuilder(subject, search);
    }

    /**
     * Finds the state dict.
     *
     * @param root what was saved
     * @param key where the state dict is, keys joined by dots; empty for the obvious place
     * @param subject what messages call the file, quoted
     * @throws TergeException with {@link TorchCode#TORCH_NO_STATE_DICT} if there is none, with
     *     {@link TorchCode#TORCH_SEVERAL_STATE_DICTS} if there are several and no key
     */
    public static StateDict find(PickleValue root, Optional<String> key, String subject) {
        StateDictFinder finder = new StateDictFinder(subject);
        if (key.isPresent()) {
            return finder.named(root, key.get());
        }
        Mapping mapping = Mapping.of(root).orElseThrow(() -> finder.problems.notADict(root));
        return finder.obvious(mapping, "", 0);
    }

    private StateDict named(PickleValue root, String key) {
        PickleValue found =
                key.equals(WHOLE) ? root : at(root, key, 0).orElseThrow(() -> none(root, key));
        Mapping mapping = Mapping.of(found).orElseThrow(() -> none(root, key));
        builder.take(mapping, "", 0);
        if (!builder.hasTensors()) {
            throw none(root, key);
        }
        return builder.build(key.equals(WHOLE) ? "" : key);
    }

    private TergeException none(PickleValue root, String key) {
        return Mapping.of(root)
                .map(mapping -> problems.none(key, candidates.places(mapping)))
                .orElseGet(() -> problems.notADict(root));
    }

    private Optional<PickleValue> at(PickleValue value, String path, int depth) {
        Optional<Mapping> mapping = Mapping.of(value);
        if (mapping.isEmpty() || depth > TensorSearch.MAX_DEPTH) {
            return Optional.empty();
        }
        for (PickleEntry entry : mapping.get().entries()) {
            String key = Mapping.text(entry).orElse("");
            if (path.equals(key)) {
                return Optional.of(entry.value());
            }
            if (!key.isEmpty() && path.startsWith(key + ".")) {
                Optional<PickleValue> found =
                        at(entry.value(), path.substring(key.length() + 1), depth + 1);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private StateDict obvious(Mapping mapping, String path, int depth) {
        List<PickleEntry> inside = candidates.of(mapping);
        List<PickleEntry> direct =
                mapping.entries().stream()
                        .filter(entry -> Mapping.text(entry).isPresent())
                        .filter(entry -> TensorReader.isTensor(entry.value()))
                        .toList();
        boolean tooDeep = depth > TensorSearch.MAX_DEPTH;
        if ((tooDeep || inside.isEmpty()) && direct.isEmpty() && !mapping.entries().isEmpty()) {
            throw problems.none(mapping);
        }
        if (inside.isEmpty()) {
            takeFlat(mapping);
            return builder.build(path);
        }
        String prefix = path.isEmpty() ? "" : path + ".";
        List<PickleEntry> obvious = Candidates.obvious(inside, direct.isEmpty());
        if (obvious.size() != 1 || tooDeep) {
            throw problems.several(
                    inside.stream().map(entry -> prefix + Candidates.key(entry)).toList(),
                    direct.size());
        }
        PickleEntry one = obvious.getFirst();
        mapping.entries().stream()
                .filter(entry -> entry != one)
                .forEach(entry -> builder.ignore(prefix, entry));
        return obvious(
                Mapping.of(one.value()).orElseThrow(), prefix + Candidates.key(one), depth + 1);
    }

    /** Takes the tensors of a dictionary, but none of what is inside: that is of training. */
    private void takeFlat(Mapping mapping) {
        for (PickleEntry entry : mapping.entries()) {
            if (Mapping.text(entry).isPresent() && TensorReader.isTensor(entry.value())) {
                builder.take(new Mapping(List.of(entry)), "", 0);
            } else {
                builder.ignore("", entry);
            }
        }
    }
}
