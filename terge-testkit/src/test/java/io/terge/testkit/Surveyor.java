package io.terge.testkit;

import io.terge.spi.method.MethodDescription;
import io.terge.spi.method.ModelSurvey;
import io.terge.spi.method.Output;
import io.terge.spi.method.ParameterMerge;
import io.terge.spi.method.SurveyingMethod;

import java.util.function.Function;

/** A mean that looks at the model first. */
record Surveyor(Function<ModelSurvey, Double> look) implements SurveyingMethod<Double> {

    @Override
    public String name() {
        return "faulty";
    }

    @Override
    public MethodDescription describe() {
        return MethodDescription.of("A mean that looks at the model first.");
    }

    @Override
    public Double survey(ModelSurvey model) {
        return look.apply(model);
    }

    @Override
    public Output merge(ParameterMerge merge, Double survey) {
        merge.note("found " + survey);
        return Output.linear(merge.weights());
    }
}
