package io.terge.json;

import io.terge.api.MergePlan;
import io.terge.api.ModelUse;
import io.terge.api.OutputPlan;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.json.JsonFields.Field;
import io.terge.model.ModelReference;

import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * References in plans. One that {@link ModelReference#at(String)} finds by its text is that text;
 * others are objects that say what they are.
 */
final class References {

    private References() {}

    /** Refuses a plan that refers to an object of this process. */
    static void requireSavable(MergePlan plan) {
        plan.stages().forEach(stage -> requireSavable(stage.plan()));
        Stream.concat(
                        plan.models().stream().map(ModelUse::reference),
                        plan.output().stream().map(OutputPlan::target))
                .filter(ModelReference.InMemory.class::isInstance)
                .findFirst()
                .ifPresent(
                        reference -> {
                            throw new TergeException(
                                    Problem.of(
                                                    TergeCode.PLAN_NOT_SAVABLE,
                                                    "The plan cannot be saved: %s is in memory"
                                                            .formatted(reference.describe()))
                                            .fix("save the model to a file and plan again"));
                        });
    }

    static void write(JsonOutput json, ModelReference reference) {
        switch (reference) {
            case ModelReference.OnDisk onDisk when isDefault(onDisk.file()) ->
                    json.text("reference", onDisk.describe());
            case ModelReference.OnDisk(Path file, SortedMap<String, String> settings) ->
                    object(json, "uri", file.toUri().toString(), settings);
            case ModelReference.Location(String text, SortedMap<String, String> settings)
                    when settings.isEmpty() && ModelReference.at(text).equals(reference) ->
                    json.text("reference", text);
            case ModelReference.Location(String text, SortedMap<String, String> settings) ->
                    object(json, "location", text, settings);
            case ModelReference.InMemory model ->
                    throw new IllegalStateException("Not savable: " + model.label());
        }
    }

    private static void object(
            JsonOutput json, String kind, String text, SortedMap<String, String> settings) {
        json.object(
                "reference",
                () -> {
                    json.text(kind, text);
                    if (!settings.isEmpty()) {
                        json.texts("settings", settings);
                    }
                });
    }

    static ModelReference read(JsonInput json) {
        if (json.isText()) {
            return json.make(() -> ModelReference.at(json.text()));
        }
        JsonFields fields = json.fields();
        Field<ModelReference> file = fields.field("uri", () -> file(json));
        Field<ModelReference> location =
                fields.field(
                        "location",
                        () -> json.make(() -> new ModelReference.Location(json.text())));
        Field<SortedMap<String, String>> settings = fields.field("settings", json::texts);
        fields.read();
        if (file.optional().isPresent()) {
            location.refuse("a file");
        }
        ModelReference reference = file.optional().orElseGet(location::get);
        return json.make(() -> reference.withSettings(settings.or(new TreeMap<>())));
    }

    private static ModelReference file(JsonInput json) {
        String text = json.text();
        try {
            return ModelReference.at(Path.of(URI.create(text)));
        } catch (RuntimeException refused) { // Providers of file systems throw what they like.
            throw json.fault(
                    "expected the URI of a file in an open file system, got \"%s\" (%s)"
                            .formatted(text, refused));
        }
    }

    private static boolean isDefault(Path file) {
        return file.getFileSystem().equals(FileSystems.getDefault());
    }
}
