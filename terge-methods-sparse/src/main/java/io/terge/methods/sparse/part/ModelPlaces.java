package io.terge.methods.sparse.part;

import io.terge.spi.method.MergeInput;
import io.terge.spi.method.ModelSurvey;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where the elements of parameters are in the task vectors of whole models, in which one parameter
 * follows another.
 *
 * @since 0.1
 */
public final class ModelPlaces {

    private final SortedMap<Integer, MergeInput> inputs = new TreeMap<>();
    private final Map<String, Map<Integer, Long>> starts = new HashMap<>();
    private final Map<Integer, Long> sizes = new HashMap<>();
    private final List<Integer> models;
    private final boolean isShared;

    private ModelPlaces(ModelSurvey survey, boolean isShared) {
        this.isShared = isShared;
        for (ModelSurvey.Parameter parameter : survey.parameters()) {
            Map<Integer, Long> own = new HashMap<>();
            for (MergeInput input : parameter.inputs()) {
                int key = key(input.model());
                if (!own.containsKey(key)) {
                    inputs.putIfAbsent(key, input);
                    own.put(key, sizes.getOrDefault(key, 0L));
                    sizes.merge(key, parameter.shape().elements(), Long::sum);
                }
            }
            starts.put(parameter.name(), own);
        }
        models = List.copyOf(inputs.keySet());
    }

    /** Returns the places in the models of a survey. */
    public static ModelPlaces of(ModelSurvey survey) {
        return new ModelPlaces(survey, false);
    }

    /** Returns the places in one vector that the models share, such as their variance. */
    public static ModelPlaces shared(ModelSurvey survey) {
        return new ModelPlaces(survey, true);
    }

    private int key(int model) {
        return isShared ? 0 : model;
    }

    /** The models, with the options of their first parameter, in the order of the vectors. */
    public List<MergeInput> inputs() {
        return List.copyOf(inputs.values());
    }

    /** The number of elements of each vector. */
    public List<Long> sizes() {
        return models.stream().map(model -> sizes.getOrDefault(model, 0L)).toList();
    }

    /** The vector of a model. */
    public int vector(int model) {
        return models.indexOf(key(model));
    }

    /** The index of a parameter's first element in the vector of a model. */
    public long start(String parameter, int model) {
        return starts.getOrDefault(parameter, Map.of()).getOrDefault(key(model), 0L);
    }
}
