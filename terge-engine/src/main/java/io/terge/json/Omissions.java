package io.terge.json;

import io.terge.api.Omission;
import io.terge.api.Omission.Example;
import io.terge.json.JsonFields.Field;

import java.util.List;
import java.util.OptionalInt;

/** Omissions in plans and lineages, each in one line. */
final class Omissions {

    private Omissions() {}

    static void write(JsonOutput json, List<Omission> omissions) {
        json.list(
                "omissions",
                omissions,
                omission -> json.onOneLine(() -> json.object(() -> omission(json, omission))));
    }

    private static void omission(JsonOutput json, Omission omission) {
        json.text("cause", omission.cause().name());
        json.text("effect", omission.effect().name());
        omission.model().ifPresent(model -> json.whole("model", model));
        json.whole("count", omission.count());
        json.list(
                "examples",
                omission.examples(),
                example ->
                        json.object(
                                () -> {
                                    json.text("name", example.name());
                                    if (!example.detail().isEmpty()) {
                                        json.text("detail", example.detail());
                                    }
                                }));
    }

    static List<Omission> read(JsonInput json) {
        return json.list(() -> json.make(() -> omission(json)));
    }

    private static Omission omission(JsonInput json) {
        JsonFields fields = json.fields();
        Field<Omission.Cause> cause = fields.field("cause", () -> json.oneOf(Omission.Cause.class));
        Field<Omission.Effect> effect =
                fields.field("effect", () -> json.oneOf(Omission.Effect.class));
        Field<Integer> model = fields.field("model", json::place);
        Field<Integer> count = fields.field("count", json::place);
        Field<List<Example>> examples =
                fields.field("examples", () -> json.list(() -> example(json)));
        fields.read();
        return new Omission(
                cause.get(),
                effect.get(),
                model.optional().map(OptionalInt::of).orElse(OptionalInt.empty()),
                count.get(),
                examples.get());
    }

    private static Example example(JsonInput json) {
        JsonFields fields = json.fields();
        Field<String> name = fields.field("name", json::text);
        Field<String> detail = fields.field("detail", json::text);
        fields.read();
        return new Example(name.get(), detail.or(""));
    }
}
