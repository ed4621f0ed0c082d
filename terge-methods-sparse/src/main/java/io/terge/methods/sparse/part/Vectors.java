package io.terge.methods.sparse.part;

import io.terge.spi.method.Block;
import io.terge.spi.method.ModelSurvey;
import io.terge.spi.method.ModelSurvey.ModelReduction;
import io.terge.spi.method.ModelSurvey.Parameter;
import io.terge.spi.method.ParameterMerge;
import io.terge.spi.method.Reduction;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Task vectors whose elements are read in passes: those of one parameter, or of a whole model.
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
         * @param input the model
         * @param base the base
         * @param length the number of elements
         */
        void add(
                long[][] counts, int vector, long start, double[] input, double[] base, int length);

        /** Adds the counts of other elements to the first. */
        void join(long[][] counts, long[][] others);
    }

    /** Returns the task vectors of a parameter. */
    static Vectors of(ParameterMerge merge) {
        int models = merge.inputs().size();
        long elements = merge.shape().elements();
        return new Vectors() {
            @Override
            public List<Long> sizes() {
                return IntStream.range(0, models).mapToObj(i -> elements).toList();
            }

            @Override
            public long[][] count(Counter counter) {
                return merge.reduce(
                        new Reduction<long[][]>() {
                            @Override
                            public long[][] start() {
                                return counter.start();
                            }

                            @Override
                            public long[][] add(long[][] soFar, Block block) {
                                for (int i = 0; i < models; i++) {
                                    counter.add(
                                            soFar,
                                            i,
                                            block.start(),
                                            block.input(i),
                                            block.base(),
                                            block.length());
                                }
                                return soFar;
                            }

                            @Override
                            public long[][] join(long[][] left, long[][] right) {
                                counter.join(left, right);
                                return left;
                            }

                            @Override
                            public boolean isExact() {
                                return true;
                            }
                        });
            }
        };
    }

    /**
     * Returns the task vectors of whole models, parameter after parameter.
     *
     * @param places which models, and where the elements of each parameter are
     */
    static Vectors of(ModelSurvey survey, ModelPlaces places) {
        return new Vectors() {
            @Override
            public List<Long> sizes() {
                return places.sizes();
            }

            @Override
            public long[][] count(Counter counter) {
                return survey.reduce(
                        new ModelReduction<long[][]>() {
                            @Override
                            public long[][] start() {
                                return counter.start();
                            }

                            @Override
                            public long[][] add(long[][] soFar, Parameter parameter, Block block) {
                                for (int i = 0; i < parameter.inputs().size(); i++) {
                                    int model = parameter.inputs().get(i).model();
                                    counter.add(
                                            soFar,
                                            places.vector(model),
                                            places.start(parameter.name(), model) + block.start(),
                                            block.input(i),
                                            block.base(),
                                            block.length());
                                }
                                return soFar;
                            }

                            @Override
                            public long[][] join(long[][] left, long[][] right) {
                                counter.join(left, right);
                                return left;
                            }

                            @Override
                            public boolean isExact() {
                                return true;
                            }
                        });
            }
        };
    }
}
