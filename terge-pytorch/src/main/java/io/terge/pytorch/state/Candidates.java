package io.terge.pytorch.state;

import io.terge.pytorch.pickle.PickleEntry;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The dictionaries with tensors that are entries of another one.
 *
 * @param search finds tensors
 */
record Candidates(TensorSearch search) {

    /** Names under which programs save a model beside other tensors. */
    private static final Set<String> USUAL =
            Set.of("state_dict", "model_state_dict", "model", "module", "net", "network");

    /** Names of what may be another model, such as an average of the first. */
    private static final Pattern MODEL =
            Pattern.compile(
                    "(?i)(?!.*(hyper_?param|hparam|config|args)).*"
                        + "(\\bema|ema\\b|_ema|ema_|model|net|module|state_dict|weights|swa).*");

    private static final Pattern TRAINING =
            Pattern.compile(
                    "(?i).*optimi[sz]er.*|.*scheduler.*|lr_.*|(grad_)?scaler.*|.*rng_state.*|rng.*"
                            + "|loops|callbacks|amp|param_shapes");

    private static final int MOST_NAMES = 10;
    private static final int LISTED_DEPTH = 3;

    /** Returns the entries that may be a state dict: those that are not of training. */
    List<PickleEntry> of(Mapping mapping) {
        return mapping.entries().stream().filter(this::mayBeAStateDict).toList();
    }

    private boolean mayBeAStateDict(PickleEntry entry) {
        return Mapping.text(entry).filter(key -> !TRAINING.matcher(key).matches()).isPresent()
                && search.isNestOfTensors(entry.value());
    }

    /**
     * Returns those that are the model: the only one, or the only one that has a usual name among
     * others that do not sound like models.
     *
     * @param found the candidates
     * @param alone whether there are no tensors beside them
     */
    static List<PickleEntry> obvious(List<PickleEntry> found, boolean alone) {
        if (alone && found.size() == 1) {
            return found;
        }
        List<PickleEntry> usual = found.stream().filter(one -> USUAL.contains(key(one))).toList();
        long models = found.stream().filter(one -> MODEL.matcher(key(one)).matches()).count();
        return models == 1 ? usual : List.of();
    }

    static String key(PickleEntry entry) {
        return Mapping.text(entry).orElse("");
    }

    /** Returns the places of some of the candidates in a dictionary and in those inside. */
    List<String> places(Mapping mapping) {
        List<String> places = new ArrayList<>();
        add(mapping, "", 0, places);
        return places;
    }

    private void add(Mapping mapping, String prefix, int depth, List<String> places) {
        for (PickleEntry entry : of(mapping)) {
            if (places.size() == MOST_NAMES) {
                return;
            }
            places.add(prefix + key(entry));
            if (depth < LISTED_DEPTH) {
                Mapping inside = Mapping.of(entry.value()).orElseThrow();
                add(inside, prefix + key(entry) + ".", depth + 1, places);
            }
        }
    }
}
