package io.terge.hf.directory;

import io.terge.error.Problem;
import io.terge.files.Companions;
import io.terge.files.ModelPath;
import io.terge.files.output.DirectoryContent;
import io.terge.files.output.ModelOutput;
import io.terge.files.staging.OutputTarget;
import io.terge.hf.card.ModelCard;
import io.terge.hf.safetensors.SafetensorsName;
import io.terge.model.ModelReference;
import io.terge.spi.format.Claim;
import io.terge.spi.format.Companion;
import io.terge.spi.format.CompanionFiles;
import io.terge.spi.format.ModelBlueprint;
import io.terge.spi.format.ModelSink;
import io.terge.spi.format.ModelWriter;
import io.terge.spi.format.WriterContext;
import io.terge.tensor.ParameterSpec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Writes model directories: weights, an index, and companions. */
record DirectoryWriter() implements ModelWriter {

    /** Without an engine there are no writers of other formats. */
    private static final WriterContext ALONE = other -> Optional.empty();

    @Override
    public Claim claims(ModelReference target) {
        return target.path().filter(DirectoryWriter::mayBeADirectory).isPresent()
                ? Claim.GENERAL
                : Claim.NONE;
    }

    private static boolean mayBeADirectory(Path path) {
        return !SafetensorsName.isOf(path) && DirectoryName.isOf(path);
    }

    @Override
    public String targets() {
        return "a directory: a name without a file extension";
    }

    @Override
    public List<String> settings() {
        return List.of(
                WeightKind.SETTING,
                CompanionChoice.SETTING,
                CardChoice.SETTING,
                TemplateChoice.SETTING);
    }

    @Override
    public void check(ModelReference target, boolean overwrite) throws IOException {
        WeightKind.of(target); // Throws if there is no such kind.
        CardChoice.of(target); // Likewise.
        TemplateChoice.check(target); // Likewise.
        target(target).check(overwrite);
    }

    @Override
    public boolean keepsBackups() {
        return true;
    }

    @Override
    public List<List<ParameterSpec>> shards(ModelReference target, ModelBlueprint blueprint)
            throws IOException {
        return shards(target, blueprint, ALONE);
    }

    @Override
    public List<List<ParameterSpec>> shards(
            ModelReference target, ModelBlueprint blueprint, WriterContext context)
            throws IOException {
        Companions.checkReadable(blueprint.companions());
        return weights(target, blueprint, context).shards();
    }

    @Override
    public CompanionFiles companions(ModelReference target, ModelBlueprint blueprint)
            throws IOException {
        List<Problem> stale = new StaleQuantization(blueprint).warnings();
        CompanionChoice choice = CompanionChoice.of(target, blueprint);
        TemplateChoice template = TemplateChoice.of(target, blueprint, choice.copied());
        List<String> edited = edited(blueprint, choice, template);
        boolean hasRecipe = RecipeFile.of(target, blueprint).isPresent();
        if (hasRecipe) {
            edited.add(RecipeFile.NAME);
        }
        if (new Replaced(target, blueprint).isInPlace()) {
            FilesThatStay stay = FilesThatStay.of(target.path().orElseThrow(), target, blueprint);
            return new CompanionFiles(
                    List.of(),
                    edited,
                    new TreeMap<>(),
                    stay.outdated(),
                    concat(stay.warnings(), stale));
        }
        DonorEntries others = new DonorEntries(blueprint);
        SortedMap<String, String> leftOut = others.leftOut();
        leftOut.putAll(choice.leftOut());
        if (hasRecipe) {
            leftOut.remove(RecipeFile.NAME);
        }
        return new CompanionFiles(
                choice.copied().stream()
                        .map(Companion::name)
                        .filter(name -> !edited.contains(name))
                        .toList(),
                edited,
                leftOut,
                new TreeMap<>(),
                Stream.of(
                                choice.warnings(),
                                others.warnings(),
                                stale,
                                template.warnings(choice.copied()))
                        .flatMap(List::stream)
                        .toList());
    }

    private static List<Problem> concat(List<Problem> first, List<Problem> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private static List<String> edited(
            ModelBlueprint blueprint, CompanionChoice choice, TemplateChoice template)
            throws IOException {
        List<String> names = new ArrayList<>();
        for (Companion companion : choice.copied()) {
            if (edited(blueprint, choice, template, companion).isPresent()) {
                names.add(companion.name());
            }
        }
        return names;
    }

    @Override
    public ModelSink create(ModelReference target, ModelBlueprint blueprint) throws IOException {
        return create(target, blueprint, ALONE);
    }

    @Override
    public ModelSink create(ModelReference target, ModelBlueprint blueprint, WriterContext context)
            throws IOException {
        DirectoryWeights weights = weights(target, blueprint, context);
        return ModelOutput.directory(
                target(target),
                blueprint,
                content -> {
                    copyCompanions(content, target, blueprint);
                    weights.fill(content);
                });
    }

    private static DirectoryWeights weights(
            ModelReference target, ModelBlueprint blueprint, WriterContext context)
            throws IOException {
        Optional<WeightKind> requested = WeightKind.of(target);
        WeightKind kind =
                requested.isPresent() ? requested.get() : new Replaced(target, blueprint).kind();
        return switch (kind) {
            case SAFETENSORS -> new SafetensorsWeights(blueprint);
            case PYTORCH -> PyTorchWeights.of(target, blueprint, context);
        };
    }

    private static OutputTarget target(ModelReference target) {
        return OutputTarget.directory(ModelPath.ofTarget(target), new HuggingFaceFormat());
    }

    private static void copyCompanions(
            DirectoryContent content, ModelReference target, ModelBlueprint blueprint)
            throws IOException {
        CompanionChoice choice = CompanionChoice.of(target, blueprint);
        TemplateChoice template = TemplateChoice.of(target, blueprint, choice.copied());
        for (Companion companion : choice.copied()) {
            Optional<byte[]> edited = edited(blueprint, choice, template, companion);
            if (edited.isPresent()) {
                content.copy(companion, edited.get());
            } else {
                content.copy(List.of(companion));
            }
        }
        Optional<byte[]> recipe = RecipeFile.of(target, blueprint);
        if (recipe.isPresent()) {
            content.write(RecipeFile.NAME, recipe.get());
        }
    }

    private static Optional<byte[]> edited(
            ModelBlueprint blueprint,
            CompanionChoice choice,
            TemplateChoice template,
            Companion companion)
            throws IOException {
        return switch (companion.name()) {
            case WeightNames.CONFIG ->
                    new ConfigEdit(blueprint.changes(), new StaleQuantization(blueprint).isThere())
                            .edited(companion);
            case ModelCard.FILE -> choice.card(blueprint);
            default -> template.edited(companion);
        };
    }
}
