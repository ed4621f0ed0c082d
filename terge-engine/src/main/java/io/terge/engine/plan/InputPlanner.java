package io.terge.engine.plan;

import io.terge.api.Operand;
import io.terge.api.Setting;
import io.terge.engine.plan.layout.OutputParameter;
import io.terge.engine.plan.layout.Piece;
import io.terge.engine.plan.rules.DescribedMethod;
import io.terge.engine.setting.NormalizedWeights;
import io.terge.engine.setting.SettingRules;
import io.terge.engine.setting.SettingRules.Found;
import io.terge.engine.setting.SettingRules.Subject;
import io.terge.spi.method.MergeInput;
import io.terge.spi.method.MethodOption;
import io.terge.spi.method.MethodOptions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds the options and weights of one parameter.
 *
 * @param output the parameter
 * @param settings what is set for it
 * @param problems told of what is missing, out of range or refused
 * @param weightUse told of the weights that are set
 */
record InputPlanner(
        OutputParameter output,
        SettingRules settings,
        ParameterProblems problems,
        WeightUse weightUse) {

    /** The values of a method's options that are not per model; nothing where one has a problem. */
    Optional<MethodOptions> options(DescribedMethod method) {
        return values(method, false, Subject.none()).map(MethodOptions::of);
    }

    /** The weighted inputs of a method; nothing where there is a problem with any of them. */
    Optional<List<Operand>> operands(
            DescribedMethod method, MethodOptions options, List<Piece> inputs) {
        double[] requested = new double[inputs.size()];
        List<Found> given = new ArrayList<>();
        for (int i = 0; i < requested.length; i++) {
            Optional<Found> found = weight(inputs.get(i));
            requested[i] = found.isPresent() ? number(found.get().value()) : 1;
            found.ifPresent(given::add);
        }
        weightUse.add(method, given);
        Optional<double[]> weights = weights(method, requested);
        if (weights.isEmpty()) {
            problems.zeroSum(output, inputs, requested, given);
            return Optional.empty();
        }
        List<Operand> operands = new ArrayList<>();
        List<MergeInput> told = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            Piece piece = inputs.get(i);
            Optional<Map<String, String>> own = values(method, true, piece.model().subject());
            if (own.isEmpty()) {
                return Optional.empty();
            }
            operands.add(piece.operand(weights.get()[i], own.get()));
            told.add(
                    MergeInput.of(
                            piece.model().place(), weights.get()[i], MethodOptions.of(own.get())));
        }
        return isRefused(method, options, told) ? Optional.empty() : Optional.of(operands);
    }

    private static Optional<double[]> weights(DescribedMethod method, double[] requested) {
        return switch (method.description().weighting()) {
            case RELATIVE -> NormalizedWeights.of(requested);
            case ABSOLUTE -> Optional.of(requested);
            case IGNORED -> Optional.of(equal(requested.length));
        };
    }

    private static double[] equal(int count) {
        double[] weights = new double[count];
        Arrays.fill(weights, 1.0 / count);
        return weights;
    }

    private boolean isRefused(
            DescribedMethod method, MethodOptions options, List<MergeInput> inputs) {
        if (!method.description().inputs().allows(inputs.size())) {
            return false; // That is told; a method need not look at so many.
        }
        List<String> faults = method.faults(options, inputs);
        faults.forEach(fault -> problems.refused(output.spec(), method, fault));
        return !faults.isEmpty();
    }

    private Optional<Found> weight(Piece piece) {
        return settings.find(Setting.WEIGHT, piece.model().subject(), output.layer());
    }

    // What is no number has been told of.
    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException notANumber) {
            return 1;
        }
    }

    private Optional<Map<String, String>> values(
            DescribedMethod method, boolean perModel, Subject model) {
        Map<String, String> values = new TreeMap<>();
        boolean sound = true;
        for (MethodOption option : method.options(perModel)) {
            Optional<Found> found = settings.find(option.name(), model, output.layer());
            if (found.isPresent() && !option.allows(found.get().value())) {
                problems.invalidOption(option, found.get());
                sound = false;
            }
            Optional<String> value = found.map(Found::value).or(option::defaultValue);
            if (value.isEmpty()) {
                problems.missingOption(output.spec(), method, option);
                sound = false;
            }
            value.ifPresent(text -> values.put(option.name(), text));
        }
        return sound ? Optional.of(values) : Optional.empty();
    }
}
