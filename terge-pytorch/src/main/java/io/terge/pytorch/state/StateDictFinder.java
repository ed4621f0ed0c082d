package io.terge.pytorch.state;

import io.terge.error.Problem;
import io.terge.error.TergeException;
import io.terge.files.Quoted;
import io.terge.pytorch.pickle.PickleEntry;
import io.terge.pytorch.pickle.PickleValue;
import io.terge.pytorch.problem.TorchCode;
import io.terge.pytorch.tensor.Described;
import io.terge.pytorch.tensor.TensorReader;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the state dict in what was saved: the whole, or the only dictionary with tensors in it that
 * is not the state of training.
 */
public final class StateDictFinder {

    /** Stands for the whole, all names joined by dots. */
    public static final String WHOLE = ".";

    /** Names under which programs save a model beside other tensors. */
    private static final Set<String> USUAL =
            Set.of("state_dict", "model_state_dict", "model", "module", "net", "network");

    private static final Pattern TRAINING =
            Pattern.compile(
                    "(?i).*optimi[sz]er.*|.*scheduler.*|lr_.*|(grad_)?scaler.*|.*rng_state.*|rng.*"
                            + "|loops|callbacks|amp|param_shapes");

    private final String subject;
    private final TensorSearch search = new TensorSearch();
    private final StateDictBuilder builder;

    private StateDictFinder(String subject) {
        this.subject = subject;
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
        Mapping mapping = Mapping.of(root).orElseThrow(() -> finder.notADict(root));
        return finder.obvious(mapping, "", 0);
    }

    private StateDict named(PickleValue root, String key) {
        PickleValue found = key.equals(WHOLE) ? root : at(root, key, 0).orElseThrow(() -> no(key));
        Mapping mapping = Mapping.of(found).orElseThrow(() -> no(key));
        if (!search.isNestOfTensors(found)) {
            throw no(key);
        }
        builder.take(mapping, "", 0);
        return builder.build(key.equals(WHOLE) ? "" : key);
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
        List<PickleEntry> inside =
                mapping.entries().stream().filter(this::mayBeAStateDict).toList();
        List<PickleEntry> direct =
                mapping.entries().stream()
                        .filter(entry -> Mapping.text(entry).isPresent())
                        .filter(entry -> TensorReader.isTensor(entry.value()))
                        .toList();
        if (inside.isEmpty()) {
            if (direct.isEmpty() && !mapping.entries().isEmpty()) {
                throw none();
            }
            takeFlat(mapping);
            return builder.build(path);
        }
        List<PickleEntry> usual =
                inside.stream()
                        .filter(entry -> USUAL.contains(Mapping.text(entry).orElse("")))
                        .toList();
        boolean isObvious =
                direct.isEmpty() ? inside.size() == 1 : inside.size() == 1 && usual.size() == 1;
        if (!isObvious || depth > TensorSearch.MAX_DEPTH) {
            throw several(inside, direct, path);
        }
        PickleEntry one = inside.getFirst();
        String prefix = path.isEmpty() ? "" : path + ".";
        mapping.entries().stream()
                .filter(entry -> entry != one)
                .forEach(entry -> builder.ignore(prefix, entry));
        return obvious(
                Mapping.of(one.value()).orElseThrow(),
                prefix + Mapping.text(one).orElseThrow(),
                depth + 1);
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

    private boolean mayBeAStateDict(PickleEntry entry) {
        return Mapping.text(entry).filter(key -> !TRAINING.matcher(key).matches()).isPresent()
                && search.isNestOfTensors(entry.value());
    }

    private TergeException notADict(PickleValue root) {
        return new TergeException(
                Problem.of(
                                TorchCode.TORCH_NO_STATE_DICT,
                                "%s contains %s, not a state dict".formatted(subject, what(root)))
                        .fix("save model.state_dict() instead of the model"));
    }

    private static String what(PickleValue root) {
        return TensorReader.isTensor(root)
                ? "a tensor"
                : "an object of type " + Quoted.of(Described.of(root));
    }

    private TergeException none() {
        return new TergeException(
                Problem.of(TorchCode.TORCH_NO_STATE_DICT, subject + " contains no state dict")
                        .fix("save model.state_dict()"));
    }

    private TergeException no(String key) {
        return new TergeException(
                Problem.of(
                                TorchCode.TORCH_NO_STATE_DICT,
                                "%s contains no state dict %s".formatted(subject, Quoted.of(key)))
                        .fix(
                                "run `terge inspect` without ?key= to see which state dicts there"
                                        + " are"));
    }

    private TergeException several(
            List<PickleEntry> inside, List<PickleEntry> direct, String path) {
        String prefix = path.isEmpty() ? "" : path + ".";
        String names =
                inside.stream()
                        .map(entry -> Quoted.of(prefix + Mapping.text(entry).orElseThrow()))
                        .collect(Collectors.joining(", "));
        String beside =
                switch (direct.size()) {
                    case 0 -> "";
                    case 1 -> " and 1 other tensor";
                    default -> " and %d other tensors".formatted(direct.size());
                };
        String first = prefix + Mapping.text(inside.getFirst()).orElseThrow();
        return new TergeException(
                Problem.of(
                                TorchCode.TORCH_SEVERAL_STATE_DICTS,
                                "%s contains %s: %s%s"
                                        .formatted(
                                                subject,
                                                inside.size() == 1
                                                        ? "more than a state dict"
                                                        : "several state dicts",
                                                names,
                                                beside))
                        .fix(
                                "add ?key=%s to the path to choose one, or ?key=. to choose all"
                                        .formatted(first)));
    }
}
