package io.terge.recipes;

import io.terge.error.Problem;
import io.terge.error.TergeCode;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a file names what is found to be wrong only when its merges are planned; each place is one
 * such as {@code recipe.yml:3:5}.
 *
 * @param models where each model is named, by the model as messages show it
 * @param merges where the layers of each merge are described, by the merge's name
 * @since 0.1
 */
public record RecipePlaces(SequencedMap<String, String> models, Map<String, Layers> merges) {

    private static final Pattern SLICE = Pattern.compile("Slice (\\d{1,9}) .*", Pattern.DOTALL);
    private static final String OF_STAGE = "stage: ";

    public RecipePlaces {
        models = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(models));
        merges = Map.copyOf(merges);
    }

    /**
     * Where the layers of a merge are described.
     *
     * @param slices where each slice is, in order
     * @param pattern where the pattern of layers is, if there is one
     */
    public record Layers(List<String> slices, Optional<String> pattern) {

        public Layers {
            slices = List.copyOf(slices);
        }

        private Optional<String> place(String message) {
            Matcher slice = SLICE.matcher(message);
            if (!slice.matches()) {
                return pattern.filter(place -> message.startsWith("The layer pattern "));
            }
            int index = Integer.parseInt(slice.group(1)) - 1;
            return index < slices.size() ? Optional.of(slices.get(index)) : Optional.empty();
        }
    }

    /** The places of a recipe that is in no file. */
    static RecipePlaces none() {
        return new RecipePlaces(Collections.emptySortedMap(), Map.of());
    }

    /**
     * Says where the model is named, or the layers are described, that a problem is about.
     *
     * @param result the name of the last merge, which problems do not tell
     */
    Problem placed(Problem problem, String result) {
        if (problem.code() == TergeCode.INVALID_LAYOUT) {
            return Optional.ofNullable(merges.get(stage(problem).orElse(result)))
                    .flatMap(layers -> layers.place(problem.message()))
                    .map(place -> problem.note("described at " + place))
                    .orElse(problem);
        }
        boolean isOfModel =
                problem.code() == TergeCode.MODEL_NOT_FOUND
                        || problem.code() == TergeCode.MODEL_NOT_RECOGNIZED;
        return models.entrySet().stream()
                .filter(place -> isOfModel)
                .filter(place -> problem.message().contains("'%s'".formatted(place.getKey())))
                .findFirst()
                .map(place -> problem.note("named at " + place.getValue()))
                .orElse(problem);
    }

    private static Optional<String> stage(Problem problem) {
        return problem.notes().stream()
                .filter(note -> note.startsWith(OF_STAGE))
                .map(note -> note.substring(OF_STAGE.length()))
                .findFirst();
    }
}
