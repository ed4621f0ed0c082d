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
import java.util.stream.Collectors;

/**
 * Words why there is no state dict, or more than one.
 *
 * @param subject what messages call the file, quoted
 */
record StateDictProblems(String subject) {

    private static final String SAVE = "save model.state_dict() instead of the model";

    /** What was saved is not a dictionary. */
    TergeException notADict(PickleValue root) {
        return none("%s, not a state dict".formatted(what(root)), SAVE);
    }

    private static String what(PickleValue root) {
        if (TensorReader.isTensor(root)) {
            return "a tensor";
        }
        String kind = WholeModule.isOne(root) ? "a whole module" : "an object";
        return "%s of type %s".formatted(kind, Quoted.of(Described.of(root)));
    }

    /** There are no tensors in a dictionary. */
    TergeException none(Mapping mapping) {
        Optional<PickleEntry> module =
                mapping.entries().stream()
                        .filter(entry -> WholeModule.isOne(entry.value()))
                        .findFirst();
        return module.map(
                        entry ->
                                none(
                                        "a whole module, %s of type %s, not a state dict"
                                                .formatted(
                                                        Quoted.of(Candidates.key(entry)),
                                                        Quoted.of(Described.of(entry.value()))),
                                        SAVE))
                .orElseGet(() -> none("no state dict", "save model.state_dict()"));
    }

    /**
     * There is nothing at a key.
     *
     * @param others the keys there are
     */
    TergeException none(String key, List<String> others) {
        String missing = "no state dict " + Quoted.of(key);
        return others.isEmpty()
                ? none(missing, "save model.state_dict()")
                : none(
                        "%s, only %s".formatted(missing, listed(others)),
                        "choose one of them, or all tensors by ?key=" + StateDictFinder.WHOLE);
    }

    private TergeException none(String what, String fix) {
        return new TergeException(
                Problem.of(TorchCode.TORCH_NO_STATE_DICT, "%s contains %s".formatted(subject, what))
                        .fix(fix));
    }

    /**
     * There are several.
     *
     * @param places where they are
     * @param beside the number of tensors beside them
     */
    TergeException several(List<String> places, int beside) {
        String tensors =
                switch (beside) {
                    case 0 -> "";
                    case 1 -> " and 1 other tensor";
                    default -> " and %d other tensors".formatted(beside);
                };
        String several = places.size() == 1 ? "more than a state dict" : "several state dicts";
        return new TergeException(
                Problem.of(
                                TorchCode.TORCH_SEVERAL_STATE_DICTS,
                                "%s contains %s: %s%s"
                                        .formatted(subject, several, listed(places), tensors))
                        .fix(
                                "add ?key=%s to the path to choose one, or ?key=. to choose all"
                                        .formatted(places.getFirst())));
    }

    private static String listed(List<String> names) {
        return names.stream().map(Quoted::of).collect(Collectors.joining(", "));
    }
}
