package io.terge.engine.plan;

import io.terge.engine.filter.CompiledRule;
import io.terge.engine.plan.layout.OutputParameter;
import io.terge.engine.plan.layout.Piece;
import io.terge.engine.plan.named.NamedModel;
import io.terge.engine.plan.named.RequestModels;
import io.terge.engine.plan.rules.DescribedMethod;
import io.terge.engine.plan.rules.RequestRules;
import io.terge.engine.setting.SettingChecker;
import io.terge.engine.setting.SettingRules.Found;
import io.terge.error.FirstFew;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.spi.method.InputCount;
import io.terge.spi.method.MethodOption;
import io.terge.tensor.ParameterSpec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Collects the problems of single parameters: those of one cause are told as one. */
final class ParameterProblems {

    private static final int MOST_NAMES = 5;

    private final RequestRules rules;
    private final RequestModels models;
    private final boolean hasMethods;
    private final boolean hasSettings;
    // What is told of the first parameter, without its name, by what tells it from other causes.
    private final Map<Problem, List<String>> found = new LinkedHashMap<>();

    ParameterProblems(RequestRules rules, RequestModels models) {
        this.rules = rules;
        this.models = models;
        this.hasMethods = rules.methodsSound();
        this.hasSettings = rules.settingsSound();
    }

    void noMethod(ParameterSpec spec) {
        if (hasMethods) {
            String asked =
                    rules.methods().stream()
                            .<String>map(CompiledRule::askedBy)
                            .collect(Collectors.joining("; "));
            add(
                    Problem.of(
                                    TergeCode.NO_METHOD_FOR_PARAMETER,
                                    "No method rule matches %s, which is to be merged")
                            .note("method rules: " + asked)
                            .fix(
                                    "add a rule for every parameter at the end (--method, in Java"
                                            + " .method(...)), or exclude the parameter"),
                    spec);
        }
    }

    void noBase(OutputParameter output, DescribedMethod method) {
        if (output.slice().isPresent() && models.isBaseStated()) {
            add(notASource(output.slice().getAsInt(), method), output.spec());
            return;
        }
        add(
                Problem.of(
                                TergeCode.BASE_REQUIRED,
                                "Method '%s' needs a base for %%s, but none is given"
                                        .formatted(method.name()))
                        .fix(
                                "specify the index of a model, or another model"
                                        + " (--base, in Java .base(...))"),
                output.spec());
    }

    private Problem notASource(int slice, DescribedMethod method) {
        String base =
                models.all().stream()
                        .filter(NamedModel::isBase)
                        .map(NamedModel::described)
                        .findFirst()
                        .orElse("the base");
        return Problem.of(
                        TergeCode.BASE_REQUIRED,
                        "Method '%s' needs a base for %%s, but slice %d has no layers of the base, %s"
                                .formatted(method.name(), slice + 1, escaped(base)))
                .fix(
                        "add the same number of layers of the base to the sources of the slice, or"
                                + " make one of its sources the base of the slice");
    }

    void missingOption(ParameterSpec spec, DescribedMethod method, MethodOption option) {
        if (hasSettings) {
            add(
                    Problem.of(
                                    TergeCode.MISSING_OPTION,
                                    "Method '%s' needs option '%s' for %%s: %s"
                                            .formatted(
                                                    method.name(), option.name(), option.range()))
                            .note("%s: %s".formatted(option.name(), option.help()))
                            .fix(
                                    ("set it: --option %s=VALUE%s, in Java .option(\"%s\", ...), in"
                                         + " a recipe under 'options', in one of mergekit under"
                                         + " 'parameters'")
                                            .formatted(
                                                    option.name(),
                                                    option.isPerModel()
                                                            ? " (or one value per model, with"
                                                                    + " commas)"
                                                            : "",
                                                    option.name())),
                    spec);
        }
    }

    void invalidOption(MethodOption option, Found set) {
        if (hasSettings) { // An anchor beyond the range has been told of.
            found.computeIfAbsent(
                    SettingChecker.invalid(option, set.value(), set.askedBy()),
                    any -> new ArrayList<>());
        }
    }

    void refused(ParameterSpec spec, DescribedMethod method, String fault) {
        if (hasSettings) {
            add(
                    Problem.of(
                                    TergeCode.OPTIONS_REFUSED,
                                    "Method '%s' rejects the settings for %%s: %s"
                                            .formatted(method.name(), escaped(fault)))
                            .fix(
                                    "change the options or weights (--option, --weights, in Java"
                                            + " .option(...), .weights(...))"),
                    spec);
        }
    }

    void wrongCount(ParameterSpec spec, DescribedMethod method, List<Piece> inputs) {
        String given =
                inputs.stream()
                        .map(piece -> piece.model().described())
                        .collect(Collectors.joining(", "));
        add(
                Problem.of(
                                TergeCode.WRONG_NUMBER_OF_MODELS,
                                "Method '%s' requires %s for %%s, got %d"
                                        .formatted(
                                                method.name(),
                                                models(method.description().inputs()),
                                                inputs.size()))
                        .note("given: " + given)
                        .fix(
                                "merge the required number of models, choose another method, or"
                                        + " exclude the parameter"),
                spec);
    }

    private static String models(InputCount count) {
        return count.most() == 1 ? "1 model" : count + " models";
    }

    /** Collects weights that cancel out. */
    void zeroSum(OutputParameter output, List<Piece> inputs, double[] weights, List<Found> set) {
        if (!hasSettings) {
            return;
        }
        String askedBy =
                set.stream().map(Found::askedBy).distinct().collect(Collectors.joining("; "));
        String sum =
                Arrays.stream(weights).mapToObj(String::valueOf).collect(Collectors.joining(" + "));
        boolean zeros = Arrays.stream(weights).allMatch(weight -> weight == 0);
        Problem problem =
                Problem.of(
                                TergeCode.WEIGHTS_SUM_TO_ZERO,
                                "The weights for %%s %s: %s"
                                        .formatted(zeros ? "are all zero" : "cancel out", sum))
                        .causedBy(askedBy.isEmpty() ? "equal weights" : askedBy);
        add(
                withAbsent(problem, output, inputs)
                        .fix(
                                "change the weights (--weights, in Java .weights(...)), or exclude"
                                        + " the parameter"),
                output.spec());
    }

    private Problem withAbsent(Problem problem, OutputParameter output, List<Piece> inputs) {
        Problem told = problem;
        for (Piece piece : output.inputs()) {
            if (!inputs.contains(piece)) {
                told =
                        told.note(
                                "%s is the base, which this method does not weight"
                                        .formatted(piece.model().described()));
            }
        }
        String absent =
                models.merged().stream()
                        .filter(
                                model ->
                                        output.inputs().stream()
                                                .noneMatch(piece -> piece.model().equals(model)))
                        .map(NamedModel::described)
                        .collect(Collectors.joining(", "));
        return absent.isEmpty() ? told : told.note("missing or differently shaped in " + absent);
    }

    private void add(Problem problem, ParameterSpec spec) {
        found.computeIfAbsent(problem, any -> new ArrayList<>()).add(spec.name());
    }

    void report(Consumer<Problem> problems) {
        found.forEach((problem, names) -> problems.accept(told(problem, names)));
    }

    private static String escaped(String text) {
        return text.replace("%", "%%");
    }

    // The message has a place for the first name; the others follow in a note.
    private static Problem told(Problem cause, List<String> names) {
        if (names.isEmpty()) {
            return cause;
        }
        String name = "'" + names.getFirst() + "'";
        Problem problem = Problem.of(cause.code(), cause.message().formatted(name));
        problem = cause.cause().map(problem::causedBy).orElse(problem);
        for (String note : cause.notes()) {
            problem = problem.note(note);
        }
        if (names.size() > 1) {
            problem =
                    problem.note(
                            "also: " + FirstFew.of(names.subList(1, names.size()), MOST_NAMES));
        }
        for (String fix : cause.fixes()) {
            problem = problem.fix(fix);
        }
        return problem;
    }
}
