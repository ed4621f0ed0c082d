package io.terge.engine.plan.rules;

import io.terge.engine.plugin.Plugin;
import io.terge.spi.method.Access;
import io.terge.spi.method.MergeInput;
import io.terge.spi.method.MergeMethod;
import io.terge.spi.method.MethodDescription;
import io.terge.spi.method.MethodOption;
import io.terge.spi.method.MethodOptions;
import io.terge.spi.method.SurveyingMethod;
import io.terge.spi.method.Weighting;

import java.util.List;
import java.util.Objects;

/**
 * A method that a rule names, and what it says of itself.
 *
 * @param plugin the method
 * @param description what it says
 */
public record DescribedMethod(Plugin<MergeMethod> plugin, MethodDescription description) {

    public String name() {
        return plugin.name();
    }

    /** What it reads with these options. */
    public Access access(MethodOptions options) {
        return plugin.call("reporting what it reads").get(() -> plugin.instance().access(options));
    }

    /** What is wrong with values that are valid one by one. */
    public List<String> faults(MethodOptions options, List<MergeInput> inputs) {
        return List.copyOf(
                plugin.call("checking its options")
                        .get(() -> plugin.instance().faults(options, inputs)));
    }

    /** How often it reads its inputs at most, a survey included. */
    public int passes(Access access) {
        return access.passes()
                + (plugin.instance() instanceof SurveyingMethod<?> ? access.surveyPasses() : 0);
    }

    public boolean hasRelativeWeights() {
        return description.weighting() == Weighting.RELATIVE;
    }

    /** Its options that are per model, or those that are not. */
    public List<MethodOption> options(boolean perModel) {
        List<MethodOption> all = description.options();
        return all.isEmpty()
                ? all
                : all.stream().filter(option -> option.isPerModel() == perModel).toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DescribedMethod that && name().equals(that.name());
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(name());
    }
}
