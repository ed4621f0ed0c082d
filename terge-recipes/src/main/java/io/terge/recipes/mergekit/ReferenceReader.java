package io.terge.recipes.mergekit;

import io.terge.model.ModelReference;
import io.terge.recipes.RecipeCode;
import io.terge.recipes.value.RecipeFolder;
import io.terge.recipes.yaml.Node;
import io.terge.recipes.yaml.Place;
import io.terge.recipes.yaml.Problems;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads references to models: {@code path[@revision][+lora[@revision]]}, or a mapping.
 *
 * <p>A path is relative to the folder of the recipe if it exists there, else to the current
 * directory. What exists in neither and looks like {@code org/name} is a name on the hub.
 *
 * @param folder the folder of the recipe
 * @param stages the names of the other merges of the file
 * @param problems told of what is wrong
 */
record ReferenceReader(Path folder, Set<String> stages, Problems problems) {

    private static final String MODEL = "model";
    private static final String LORA = "lora";
    private static final String ARCHITECTURE = "override_architecture";
    private static final String PATH = "path";
    private static final String REVISION = "revision";

    private static final String PART = "[A-Za-z0-9_][A-Za-z0-9._-]*";
    private static final Pattern HUB = Pattern.compile(PART + "/" + PART);

    /** Reads a reference. */
    Optional<Reference> read(Node node, String what) {
        return switch (node) {
            case Node.Scalar scalar -> text(scalar);
            case Node.Fields fields -> mapping(new Mapping(fields, problems));
            default -> {
                problems.unexpected(node, what, "a model");
                yield Optional.empty();
            }
        };
    }

    /** Reads a reference to a model whose tokens are read before any merge of the file is done. */
    Optional<Reference> readWithTokens(Node node, String what) {
        Optional<Reference> found = read(node, what);
        found.filter(one -> one.model().stage().isPresent())
                .ifPresent(
                        one ->
                                problems.add(
                                        RecipeCode.RECIPE_UNSUPPORTED,
                                        one.place(),
                                        "'%s' cannot be '%s': tokens are read before that merge is done"
                                                .formatted(what, one.text()),
                                        "name the model whose tokenizer the merge '%s' has, such as its base"
                                                .formatted(one.text())));
        return found.filter(one -> one.model().stage().isEmpty());
    }

    private Optional<Reference> text(Node.Scalar scalar) {
        String[] parts = scalar.text().split("\\+", -1);
        if (parts.length > 2) {
            return malformed(scalar, "more than one '+'");
        }
        if (parts.length == 2) {
            return withLora(parts[1], scalar.place());
        }
        return withRevision(scalar);
    }

    private Optional<Reference> withRevision(Node.Scalar scalar) {
        String[] parts = scalar.text().split("@", -1);
        if (parts.length > 2) {
            return malformed(scalar, "more than one '@'");
        }
        Optional<String> revision = parts.length == 2 ? Optional.of(parts[1]) : Optional.empty();
        if (parts[0].isEmpty() || revision.filter(String::isEmpty).isPresent()) {
            return malformed(scalar, "an empty part");
        }
        return at(parts[0], revision, scalar.place());
    }

    private Optional<Reference> malformed(Node.Scalar scalar, String why) {
        problems.add(
                RecipeCode.RECIPE_INVALID_VALUE,
                scalar.place(),
                "The model '%s' has %s".formatted(scalar.text(), why),
                "write path[@revision], or a mapping: {model: {path: PATH}}");
        return Optional.empty();
    }

    private Optional<Reference> withLora(String lora, Place place) {
        problems.add(
                RecipeCode.RECIPE_UNSUPPORTED,
                place,
                "The LoRA adapter '%s' cannot be merged into its model here".formatted(lora),
                "merge the adapter into its model first, and name the result");
        return Optional.empty();
    }

    private Optional<Reference> mapping(Mapping mapping) {
        mapping.allow(List.of(MODEL, LORA, ARCHITECTURE));
        if (mapping.find(ARCHITECTURE).isPresent()) {
            problems.add(
                    RecipeCode.RECIPE_NOTE,
                    mapping.place(ARCHITECTURE),
                    "'%s' has no effect: terge does not need to know architectures"
                            .formatted(ARCHITECTURE));
        }
        Optional<Node> lora = mapping.find(LORA);
        if (lora.isPresent()) {
            String name =
                    switch (lora.get()) {
                        case Node.Scalar scalar -> scalar.text();
                        case Node.Fields fields ->
                                new Mapping(fields, problems)
                                        .scalar(PATH)
                                        .map(Node.Scalar::text)
                                        .orElse(LORA);
                        default -> LORA;
                    };
            return withLora(name, mapping.place(LORA));
        }
        return mapping.require(MODEL).flatMap(this::path);
    }

    private Optional<Reference> path(Node node) {
        if (node instanceof Node.Scalar scalar) {
            return text(scalar);
        }
        Optional<Mapping> mapping = Mapping.of(node, MODEL, problems);
        mapping.ifPresent(found -> found.allow(List.of(PATH, REVISION)).require(PATH));
        return mapping.flatMap(
                found ->
                        found.scalar(PATH)
                                .flatMap(
                                        path ->
                                                at(
                                                        path.text(),
                                                        found.scalar(REVISION)
                                                                .map(Node.Scalar::text),
                                                        path.place())));
    }

    private Path inFolder(Path path) {
        return path.isAbsolute() ? path : new RecipeFolder(folder).resolve(path);
    }

    private Optional<Reference> at(String text, Optional<String> revision, Place place) {
        if (stages.contains(text)) {
            return Optional.of(new Reference(ModelReference.ofStage(text), text, place));
        }
        try {
            Path path = Path.of(text);
            Optional<Path> existing =
                    List.of(inFolder(path), path).stream().filter(Files::exists).findFirst();
            if (existing.isPresent() && revision.isPresent()) {
                problems.add(
                        RecipeCode.RECIPE_NOTE,
                        place,
                        "The revision '%s' has no effect: '%s' is a local model"
                                .formatted(revision.get(), text));
            }
            String onHub = text + revision.map(name -> "@" + name).orElse("");
            Path used =
                    existing.orElseGet(
                            () ->
                                    HUB.matcher(text).matches()
                                            ? Path.of(onHub)
                                            : inFolder(Path.of(onHub)));
            ModelReference model = ModelReference.at(used);
            problems.named(model.describe(), place);
            return Optional.of(new Reference(model, onHub, place));
        } catch (InvalidPathException invalid) {
            problems.add(
                    RecipeCode.RECIPE_INVALID_VALUE, place, "'%s' is not a path".formatted(text));
            return Optional.empty();
        }
    }
}
