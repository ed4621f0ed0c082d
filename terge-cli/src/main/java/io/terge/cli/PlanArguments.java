package io.terge.cli;

import io.terge.api.MergePlan;
import io.terge.api.MergeRequest;
import io.terge.error.FailureReason;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.json.PlanJson;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Where the plan comes from: a request made of the arguments, or a file. */
final class PlanArguments {

    /** What changes nothing of a plan; any other argument is part of a request. */
    private static final Set<String> ALLOWED_WITH_PLAN =
            Set.of(
                    "--plan",
                    "--overwrite",
                    "--strict",
                    "--lineage",
                    "--json-report",
                    "--progress",
                    "--json",
                    "--dry-run",
                    "--plugins",
                    "--threads",
                    "--max-memory",
                    "--help",
                    "--verbose");

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Mixin private RequestOptions request = new RequestOptions();

    @Mixin private RecipeOptions recipes = new RecipeOptions();

    @Option(
            names = "--plan",
            paramLabel = "FILE",
            description =
                    "Use the plan in this file, written by 'terge plan --save', instead of models"
                            + " and merge options.")
    private Optional<Path> file = Optional.empty();

    /**
     * Returns what makes or reads the plan.
     *
     * @throws ParameterException if the arguments are neither a request nor a file alone
     */
    Planner planner() {
        if (file.isPresent()) {
            requireNoRequest();
            Path saved = file.get();
            return new SavedPlanner(() -> overwriting(checked(read(saved))));
        }
        Optional<Path> recipe = request.recipe();
        if (recipe.isEmpty()) {
            recipes.requireNoValues();
        }
        MergeRequest made =
                recipe.map(recipes::read).map(request::request).orElseGet(request::request);
        return new RequestPlanner(
                recipes.described(made), recipes.toSave(made, request.output()), recipes::placed);
    }

    /**
     * Checks that the plan has an output.
     *
     * @param otherwise what to say if it has none
     * @throws ParameterException if a request has none
     */
    void requireOutput(String otherwise) {
        if (file.isEmpty() && !request.output().isGiven()) {
            boolean isOneModel = request.models() == 1 && request.recipe().isEmpty();
            String also = isOneModel ? "; and one model alone cannot be merged" : "";
            throw new ParameterException(
                    command.commandLine(), otherwise + ": add --out OUT or --in-place" + also);
        }
    }

    /** Adds the files that these arguments name, and that must be distinct. */
    void addFiles(DistinctFiles files) {
        file.ifPresent(named -> files.add("--plan", named));
        recipes.savedFile().ifPresent(named -> files.add(ResultKind.RECIPE.option(), named));
        if (file.isEmpty()) {
            request.recipe().ifPresent(named -> files.add("RECIPE", named));
        }
    }

    boolean overwrite() {
        return request.output().overwrite();
    }

    private MergePlan checked(MergePlan plan) {
        if (request.output().strict()) {
            plan.requireNoWarnings();
        }
        return plan;
    }

    // Whoever runs a plan decides whether what exists by then may be replaced.
    private MergePlan overwriting(MergePlan plan) {
        return overwrite() ? plan.withOverwriting() : plan;
    }

    private void requireNoRequest() {
        List<String> fixed =
                names(command).filter(name -> !ALLOWED_WITH_PLAN.contains(name)).toList();
        if (!fixed.isEmpty()) {
            throw new ParameterException(
                    command.commandLine(),
                    String.join(", ", fixed)
                            + " cannot be combined with --plan: a saved plan already says what to"
                            + " merge and how");
        }
    }

    /** The names of the arguments that are given to a command. */
    static Stream<String> names(CommandSpec command) {
        return command.commandLine().getParseResult().matchedArgs().stream()
                .map(PlanArguments::name)
                .distinct();
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static MergePlan read(Path file) {
        try {
            return PlanJson.read(file);
        } catch (IOException failure) {
            throw new TergeException(
                    Problem.of(
                            TergeCode.CANNOT_READ,
                            "Cannot read the plan in %s: %s"
                                    .formatted(file, FailureReason.of(failure))),
                    failure);
        }
    }
}
