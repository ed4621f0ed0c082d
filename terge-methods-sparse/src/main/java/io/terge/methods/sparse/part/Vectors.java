package io.terge.methods.sparse.part;

import io.terge.spi.method.ModelSurvey;
import io.terge.spi.method.ParameterMerge;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Vectors whose elements are read in passes, such as the task vectors of one parameter or of a
 * whole model.
 *
 * @since 0.1
 */
public interface Vectors {

    /** The number of elements of each vector. */
    List<Long> sizes();

    /**
     * Reads all elements once.
     *
     * @return what was counted
     */
    long[][] count(Counter counter);

    /**
     * Reads a sample of the elements, if that takes less than to read all.
     *
     * @return what was counted; nothing if there are no samples
     */
    default Optional<long[][]> sample(Counter counter) {
        return Optional.empty();
    }

    /** Counts elements. Counts of several threads are added, except the ranges of values. */
    interface Counter {

        /** Returns the counts of no elements. */
        long[][] start();

        /**
         * Counts the elements of a part of one vector.
         *
         * @param counts what was counted so far
         * @param vector which vector
         * @param start the index of the first element in the vector
         * @param values the elements
         * @param length the number of elements
         */
        void add(long[][] counts, int vector, long start, double[] values, int length);

        /** Adds the counts of other elements to the first. */
        void join(long[][] counts, long[][] others);
    }

    /** Returns the task vectors of a parameter. */
    static Vectors of(ParameterMerge merge) {
        int inputs = merge.inputs().size();
        return of(merge, inputs, Measure.taskVectors(inputs));
    }

    /**
     * Returns vectors that are measured, each with a value for each element of a parameter.
     *
     * @param vectors how many vectors the measure returns
     */
    static Vectors of(ParameterMerge merge, int vectors, Measure measure) {
        return new MeasuredVectors(
                Collections.nCopies(vectors, merge.shape().elements()),
                measure,
                merge::reduce,
                Optional.of(merge::sample));
    }

    /** Returns vectors as {@link #of(ParameterMerge, int, Measure)}, measured row by row. */
    static Vectors ofRows(ParameterMerge merge, int vectors, Measure measure) {
        return new MeasuredVectors(
                Collections.nCopies(vectors, merge.shape().elements()),
                measure,
                merge::reduceRows,
                Optional.empty());
    }

    /**
     * Returns the task vectors of whole models, parameter after parameter.
     *
     * @param places which models, and where the elements of each parameter are
     */
    static Vectors of(ModelSurvey survey, ModelPlaces places) {
        return of(survey, places, Measure::taskVectors);
    }

    /**
     * Returns vectors of whole models that are measured, parameter after parameter.
     *
     * @param places which vectors, and where the elements of each parameter are
     * @param measure the measure for a number of inputs
     */
    static Vectors of(ModelSurvey survey, ModelPlaces places, IntFunction<Measure> measure) {
        return new SurveyedVectors(survey, places, measure);
    }
}
