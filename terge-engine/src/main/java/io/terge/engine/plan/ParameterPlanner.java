package io.terge.engine.plan;

import io.terge.api.Action;
import io.terge.api.Action.Reason;
import io.terge.api.Operand;
import io.terge.engine.filter.CompiledRule;
import io.terge.engine.plan.layout.OutputParameter;
import io.terge.engine.plan.layout.OutputParameter.Origin;
import io.terge.engine.plan.layout.Piece;
import io.terge.engine.plan.named.RequestModels;
import io.terge.engine.plan.rules.DescribedMethod;
import io.terge.engine.plan.rules.RequestRules;
import io.terge.spi.method.Access;
import io.terge.spi.method.MethodOptions;
import io.terge.tensor.ParameterSpec;

import java.util.List;
import java.util.Optional;

/** Decides how each parameter of one request's output comes about. */
final class ParameterPlanner {

    /** Where no base is read, one model alone makes no merge, unless a method says so. */
    private static final int FEWEST = 2;

    private final RequestRules rules;
    private final RequestModels models;
    private final ParameterProblems problems;
    private final WeightUse weightUse;

    ParameterPlanner(
            RequestRules rules,
            RequestModels models,
            ParameterProblems problems,
            WeightUse weightUse) {
        this.rules = rules;
        this.models = models;
        this.problems = problems;
        this.weightUse = weightUse;
    }

    /** Returns the decision, or nothing where a problem stands in its way. */
    Optional<Action> plan(OutputParameter output) {
        ParameterSpec spec = output.spec();
        if (!spec.dtype().isFloating()) {
            return copy(output, Reason.NOT_FLOATING);
        }
        Optional<Reason> refused = rules.filter().refuses(spec);
        if (refused.isPresent()) {
            return copy(output, refused.get());
        }
        Optional<CompiledRule<Optional<DescribedMethod>>> rule =
                CompiledRule.first(rules.methods(), spec);
        if (rule.isEmpty()) {
            return withoutMethod(output);
        }
        // A method that is not known has been told of.
        return rule.get().value().flatMap(method -> plan(output, method));
    }

    private Optional<Action> withoutMethod(OutputParameter output) {
        if (output.inputs().size() < FEWEST) {
            return copy(output, tooFew(output));
        }
        problems.noMethod(output.spec());
        return Optional.empty();
    }

    private Optional<Action> plan(OutputParameter output, DescribedMethod method) {
        InputPlanner inputPlanner =
                new InputPlanner(
                        output,
                        rules.settingsOf(output.spec(), output.slice()),
                        problems,
                        weightUse);
        Optional<MethodOptions> options = inputPlanner.options(method);
        if (options.isEmpty()) {
            checkCount(output, method);
            return Optional.empty();
        }
        Access access = method.access(options.get()).forRequest(hasBase(output));
        List<Piece> inputs = inputs(output, access);
        int fewest = access.usesBase() ? 1 : FEWEST;
        if (inputs.size() < Math.min(fewest, method.description().inputs().least())) {
            return copy(output, tooFew(output));
        }
        if (access.usesBase() && !hasBase(output)) {
            problems.noBase(output, method);
            return Optional.empty();
        }
        Optional<List<Operand>> operands = inputPlanner.operands(method, options.get(), inputs);
        if (!method.description().inputs().allows(inputs.size())) {
            problems.wrongCount(output.spec(), method, inputs);
            return Optional.empty();
        }
        return operands.map(
                weighted ->
                        new Action.Merge(
                                method.name(),
                                options.get().values(),
                                weighted,
                                access.usesBase()
                                        ? output.base().map(Piece::operand)
                                        : Optional.empty(),
                                access.extent(),
                                method.passes(access),
                                access.arrays(),
                                output.layer()));
    }

    // Without options it is not known whether the base is one of the inputs.
    private void checkCount(OutputParameter output, DescribedMethod method) {
        int fewest = output.inputs().size() - (hasBase(output) ? 1 : 0);
        if (fewest > method.description().inputs().most()) {
            problems.wrongCount(output.spec(), method, output.inputs());
        }
    }

    private boolean hasBase(OutputParameter output) {
        return output.base().isPresent() && (models.isBaseStated() || output.slice().isPresent());
    }

    // A base that is read apart is not merged with itself.
    private static List<Piece> inputs(OutputParameter output, Access access) {
        return access.usesBase()
                ? output.inputs().stream().filter(piece -> !isBase(piece, output)).toList()
                : output.inputs();
    }

    private static boolean isBase(Piece piece, OutputParameter output) {
        return output.base()
                .map(base -> base.model().place() == piece.model().place())
                .orElse(piece.model().isBase());
    }

    private static Reason tooFew(OutputParameter output) {
        return output.origin() == Origin.GIVEN ? Reason.ONE_PIECE : Reason.TOO_FEW_MODELS;
    }

    private static Optional<Action> copy(OutputParameter output, Reason reason) {
        return Optional.of(new Action.Copy(output.fallback().operand(), reason));
    }
}
