package io.terge.engine.plan.omission;

import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Pairs of parameters of a model and of the base that have the same shape, and names that differ
 * only at one end. Each name is cut at a few places and looked up: linear in the number of names.
 */
final class NamePairs {

    private static final int MOST_PREFIX_PARTS = 8;
    private static final int MOST_SUFFIX_PARTS = 3;

    /** More names than these are not compared by all of their ends, which takes memory. */
    private static final int MOST_REPLACED = 20_000;

    /** A change that pairs fewer of the names than one in so many is a coincidence. */
    static final int LEAST_SHARE = 4;

    /** Rivals of the best change with fewer than this share of its pairs do not matter. */
    private static final int RIVAL_SHARE = 10;

    private record Pair(String model, String base) {}

    private final Map<NameChange, List<Pair>> pairs = new LinkedHashMap<>();

    private NamePairs() {}

    /** Returns the change that makes pairs of most names, unless another does likewise. */
    static Optional<NameChange> best(List<ParameterSpec> ofBase, List<ParameterSpec> ofModel) {
        NamePairs found = new NamePairs();
        Map<String, Shape> base = shapes(ofBase);
        Map<String, Shape> model = shapes(ofModel);
        ofModel.forEach(spec -> found.addShortened(spec, base, false));
        ofBase.forEach(spec -> found.addShortened(spec, model, true));
        int fewer = Math.min(ofBase.size(), ofModel.size());
        boolean isLarge = Math.max(ofBase.size(), ofModel.size()) > MOST_REPLACED;
        if (found.largest() * LEAST_SHARE < fewer && !isLarge) {
            found.addReplaced(ofBase, ofModel);
        }
        return found.best();
    }

    private static Map<String, Shape> shapes(List<ParameterSpec> specs) {
        Map<String, Shape> shapes = new HashMap<>();
        specs.forEach(spec -> shapes.put(spec.name(), spec.shape()));
        return shapes;
    }

    // Names of the other side that a name becomes without one of its ends.
    private void addShortened(ParameterSpec spec, Map<String, Shape> others, boolean isBase) {
        String name = spec.name();
        for (int cut : prefixCuts(name)) {
            String other = name.substring(cut);
            if (fits(spec, others, other)) {
                String end = name.substring(0, cut);
                add(
                        isBase ? NameChange.prefix("", end) : NameChange.prefix(end, ""),
                        isBase ? new Pair(other, name) : new Pair(name, other));
            }
        }
        for (int cut : suffixCuts(name)) {
            String other = name.substring(0, cut);
            if (fits(spec, others, other)) {
                String end = name.substring(cut);
                add(
                        isBase ? NameChange.suffix("", end) : NameChange.suffix(end, ""),
                        isBase ? new Pair(other, name) : new Pair(name, other));
            }
        }
    }

    private static boolean fits(ParameterSpec spec, Map<String, Shape> others, String other) {
        return Optional.ofNullable(others.get(other)).filter(spec.shape()::equals).isPresent();
    }

    private void add(NameChange change, Pair pair) {
        pairs.computeIfAbsent(change, any -> new ArrayList<>()).add(pair);
    }

    // One prefix instead of another: by the longest ends, if they are of one name on each side.
    // An end of one part, such as "weight", says nothing.
    private void addReplaced(List<ParameterSpec> ofBase, List<ParameterSpec> ofModel) {
        Map<String, Optional<ParameterSpec>> base = ends(ofBase);
        Map<String, Optional<ParameterSpec>> model = ends(ofModel);
        for (ParameterSpec spec : ofModel) {
            String name = spec.name();
            for (int cut : prefixCuts(name)) {
                String end = name.substring(cut);
                Optional<ParameterSpec> other =
                        base.getOrDefault(end, Optional.empty())
                                .filter(held -> held.shape().equals(spec.shape()));
                boolean isTelling = end.indexOf('.') >= 0;
                if (isTelling
                        && other.isPresent()
                        && model.getOrDefault(end, Optional.empty()).isPresent()) {
                    String held = other.get().name();
                    String added = held.substring(0, held.length() - end.length());
                    add(NameChange.prefix(name.substring(0, cut), added), new Pair(name, held));
                    break;
                }
            }
        }
    }

    // The parameter of each end of a name; nothing if several have it.
    private static Map<String, Optional<ParameterSpec>> ends(List<ParameterSpec> specs) {
        Map<String, Optional<ParameterSpec>> ends = new HashMap<>();
        for (ParameterSpec spec : specs) {
            for (int cut : prefixCuts(spec.name())) {
                ends.merge(
                        spec.name().substring(cut),
                        Optional.of(spec),
                        (one, two) -> Optional.empty());
            }
        }
        return ends;
    }

    // Behind the first dots.
    private static List<Integer> prefixCuts(String name) {
        List<Integer> cuts = new ArrayList<>();
        int dot = name.indexOf('.');
        while (dot >= 0 && cuts.size() < MOST_PREFIX_PARTS) {
            cuts.add(dot + 1);
            dot = name.indexOf('.', dot + 1);
        }
        return cuts;
    }

    // Before the last dots and underscores.
    private static List<Integer> suffixCuts(String name) {
        List<Integer> cuts = new ArrayList<>();
        int cut = lastCut(name, name.length());
        while (cut > 0 && cuts.size() < MOST_SUFFIX_PARTS) {
            cuts.add(cut);
            cut = lastCut(name, cut);
        }
        return cuts;
    }

    private static int lastCut(String name, int end) {
        return Math.max(name.lastIndexOf('.', end - 1), name.lastIndexOf('_', end - 1));
    }

    private int largest() {
        return pairs.values().stream().mapToInt(List::size).max().orElse(0);
    }

    private Optional<NameChange> best() {
        return pairs.entrySet().stream()
                .max(Comparator.comparingInt(found -> found.getValue().size()))
                .filter(found -> !hasRival(found.getKey(), found.getValue()))
                .map(Map.Entry::getKey);
    }

    private boolean hasRival(NameChange best, List<Pair> own) {
        Set<String> models = new HashSet<>();
        Set<String> bases = new HashSet<>();
        own.forEach(
                pair -> {
                    models.add(pair.model());
                    bases.add(pair.base());
                });
        return pairs.entrySet().stream()
                .filter(other -> !other.getKey().equals(best))
                .filter(other -> other.getValue().size() * RIVAL_SHARE > own.size())
                .flatMap(other -> other.getValue().stream())
                .anyMatch(pair -> models.contains(pair.model()) || bases.contains(pair.base()));
    }
}
