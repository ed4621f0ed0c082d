package io.terge.engine.plan;

import io.terge.api.ParameterPlan;
import io.terge.api.ParameterPlan.Reason;
import io.terge.api.Share;
import io.terge.engine.filter.CompiledRule;
import io.terge.engine.plan.ParameterCensus.Holder;
import io.terge.engine.weight.NormalizedWeights;
import io.terge.spi.MethodDescription.Weighting;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Decides what is done to each parameter of one request. */
final class ParameterPlanner {

    private static final int FEWEST_HOLDERS = 2;

    private final RequestRules rules;
    private final ParameterCensus census;
    private final OptionalInt baseIndex;
    private final Optional<DType> dtype;
    private final ParameterProblems problems;

    ParameterPlanner(
            RequestRules rules,
            RequestModels models,
            Optional<DType> dtype,
            ParameterProblems problems) {
        this.rules = rules;
        this.census = new ParameterCensus(models.models());
        this.baseIndex = models.baseIndex();
        this.dtype = dtype;
        this.problems = problems;
    }

    /** Returns the decision, or nothing where a problem stands in its way. */
    Optional<ParameterPlan> plan(ParameterSpec base) {
        if (!base.dtype().isFloating()) {
            return copy(base, Reason.NOT_FLOATING);
        }
        Optional<Reason> refused = rules.filter().refuses(base);
        if (refused.isPresent()) {
            return copy(base, refused.get());
        }
        List<Holder> holders = census.holders(base);
        if (holders.size() < FEWEST_HOLDERS) {
            return copy(base, Reason.TOO_FEW_MODELS);
        }
        return merge(base, holders);
    }

    private Optional<ParameterPlan> merge(ParameterSpec base, List<Holder> holders) {
        Optional<CompiledRule<Optional<DescribedMethod>>> rule =
                CompiledRule.first(rules.methods(), base);
        if (rule.isEmpty()) {
            problems.noMethod(base);
        }
        Optional<DescribedMethod> method = rule.flatMap(CompiledRule::value);
        boolean usesBase = method.filter(found -> found.description().usesBase()).isPresent();
        List<Holder> inputs =
                usesBase
                        ? holders.stream()
                                .filter(holder -> !OptionalInt.of(holder.model()).equals(baseIndex))
                                .toList()
                        : holders;
        OptionalInt apart = inputs.size() < holders.size() ? baseIndex : OptionalInt.empty();
        Optional<List<Share>> shares = shares(base, inputs, method, apart);
        if (method.isEmpty() || shares.isEmpty()) {
            return Optional.empty();
        }
        if (!method.get().description().inputs().allows(inputs.size())) {
            problems.wrongCount(base, method.get(), inputs.stream().map(Holder::model).toList());
            return Optional.empty();
        }
        return Optional.of(
                new ParameterPlan.Merge(
                        base,
                        output(base),
                        method.get().name(),
                        OptionChecker.values(rules.options(), method.get(), base),
                        shares.get(),
                        usesBase,
                        method.get().description().extent(),
                        method.get().description().passes()));
    }

    private Optional<List<Share>> shares(
            ParameterSpec base,
            List<Holder> inputs,
            Optional<DescribedMethod> method,
            OptionalInt apart) {
        List<Integer> models = inputs.stream().map(Holder::model).toList();
        double[] requested = rules.weights().weights(base, models);
        boolean absolute =
                method.filter(m -> m.description().weighting() == Weighting.ABSOLUTE).isPresent();
        Optional<double[]> weights =
                absolute ? Optional.of(requested) : NormalizedWeights.of(requested);
        if (weights.isEmpty()) {
            problems.zeroSum(base, models, requested, apart);
            return Optional.empty();
        }
        List<Share> shares = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            Holder holder = inputs.get(i);
            shares.add(new Share(holder.model(), weights.get()[i], holder.dtype()));
        }
        return Optional.of(shares);
    }

    private Optional<ParameterPlan> copy(ParameterSpec base, Reason reason) {
        return Optional.of(new ParameterPlan.Copy(base, output(base), reason));
    }

    private ParameterSpec output(ParameterSpec base) {
        return base.dtype().isFloating() ? dtype.map(base::as).orElse(base) : base;
    }
}
