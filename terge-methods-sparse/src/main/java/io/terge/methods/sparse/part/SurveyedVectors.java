package io.terge.methods.sparse.part;

import io.terge.spi.method.Block;
import io.terge.spi.method.ModelSurvey;
import io.terge.spi.method.ModelSurvey.Parameter;

import java.util.List;
import java.util.function.IntFunction;

/**
 * The vectors of whole models, parameter after parameter.
 *
 * @param survey reads the models
 * @param places which vectors, and where the elements of each parameter are
 * @param measure the measure for a number of inputs
 */
record SurveyedVectors(ModelSurvey survey, ModelPlaces places, IntFunction<Measure> measure)
        implements Vectors {

    @Override
    public List<Long> sizes() {
        return places.sizes();
    }

    @Override
    public long[][] count(Counter counter) {
        return survey.reduce(new OfModel(places, measure, counter));
    }

    private record OfModel(ModelPlaces places, IntFunction<Measure> measure, Counter counter)
            implements Counting {

        @Override
        public long[][] add(long[][] soFar, Parameter parameter, Block block) {
            int inputs = parameter.inputs().size();
            double[][] values = measure.apply(inputs).of(block);
            for (int i = 0; i < values.length; i++) {
                int model = parameter.inputs().get(i).model();
                counter.add(
                        soFar,
                        places.vector(model),
                        places.start(parameter.name(), model) + block.start(),
                        values[i],
                        block.length());
            }
            return soFar;
        }
    }
}
