package io.terge.engine.plan;

import io.terge.api.CompanionSettings;
import io.terge.api.MergePlan;
import io.terge.api.ModelUse;
import io.terge.api.OutputPlan;
import io.terge.api.StagePlan;
import io.terge.engine.model.InputsWithin;
import io.terge.engine.model.ModelHeaders;
import io.terge.engine.model.RealPath;
import io.terge.engine.model.ReplacedFiles;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.model.ModelReference;
import io.terge.model.ViewSettings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks where a merge of several stages writes: no stage that is kept may replace a model that
 * another stage reads, and no output another output.
 *
 * @param result the plan of the result
 * @param stages those of the stages
 * @param headers what the headers of all models that exist say
 */
record Destinations(
        MergePlan result, List<StagePlan> stages, Map<ModelReference, ModelHeaders> headers) {

    /** What is wrong with them, each once. */
    Set<Problem> problems() {
        Set<Problem> problems = new LinkedHashSet<>();
        List<ModelReference> kept =
                stages.stream().flatMap(stage -> stage.target().stream()).toList();
        Optional<ModelReference> target = result.output().map(OutputPlan::target);
        List<ModelReference> inputs = inputs();
        target.map(InputsWithin::of)
                .ifPresent(within -> problems.addAll(within.problems(inputs.stream())));
        for (ModelReference place : kept) {
            problems.addAll(InputsWithin.of(place).problems(inputs.stream()));
            inputs.forEach(input -> replaced(place, input).ifPresent(problems::add));
        }
        List<ModelReference> all = new ArrayList<>(kept);
        target.ifPresent(all::add);
        for (int one = 0; one < all.size(); one++) {
            for (int other = 0; other < one; other++) {
                overlap(all.get(one), all.get(other)).ifPresent(problems::add);
            }
        }
        return problems;
    }

    private List<ModelReference> inputs() {
        List<ModelReference> inputs = new ArrayList<>();
        stages.forEach(stage -> addInputs(stage.plan(), inputs));
        addInputs(result, inputs);
        return inputs.stream().distinct().toList();
    }

    private static void addInputs(MergePlan plan, List<ModelReference> inputs) {
        plan.models().stream()
                .map(ModelUse::reference)
                .filter(model -> model.stage().isEmpty())
                .forEach(inputs::add);
    }

    // Unlike the result, a stage is written before everything is read.
    private Optional<Problem> replaced(ModelReference place, ModelReference input) {
        Optional<Path> real = RealPath.of(place);
        if (real.isPresent() && real.equals(RealPath.of(input))) {
            return Optional.of(
                    Problem.of(
                                    TergeCode.OUTPUT_CONTAINS_INPUT,
                                    "Keeping a stage at %s would replace the input %s"
                                            .formatted(
                                                    CompanionSettings.describe(place),
                                                    ViewSettings.shown(input)))
                            .fix("keep it at another path"));
        }
        return Optional.ofNullable(headers.get(input))
                .flatMap(known -> ReplacedFiles.of(place, place).problem(input, known));
    }

    private static Optional<Problem> overlap(ModelReference one, ModelReference other) {
        Optional<Path> first = location(one);
        Optional<Path> second = location(other);
        boolean isOverlap =
                first.isPresent()
                        && second.isPresent()
                        && (first.get().startsWith(second.get())
                                || second.get().startsWith(first.get()));
        return isOverlap
                ? Optional.of(
                        Problem.of(
                                        TergeCode.OUTPUTS_OVERLAP,
                                        "The outputs %s and %s are at one place, or one is within the other"
                                                .formatted(
                                                        CompanionSettings.describe(one),
                                                        CompanionSettings.describe(other)))
                                .fix("keep the stage at another path"))
                : Optional.empty();
    }

    /** Where an output is or will be, with links resolved as far as the path exists. */
    private static Optional<Path> location(ModelReference output) {
        return output.path()
                .map(path -> path.toAbsolutePath().normalize())
                .map(Destinations::resolved);
    }

    private static Path resolved(Path path) {
        Optional<Path> real = RealPath.of(path);
        Path parent = path.getParent();
        if (real.isPresent() || parent == null) {
            return real.orElse(path);
        }
        return resolved(parent).resolve(path.getFileName());
    }
}
