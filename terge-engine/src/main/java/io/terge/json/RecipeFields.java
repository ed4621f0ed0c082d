package io.terge.json;

import io.terge.json.JsonFields.Field;
import io.terge.model.RecipeText;

import java.util.List;

/** What a merge was made from, in plans and lineages; not written where it is not known. */
final class RecipeFields {

    private static final String NAME = "recipe";

    private RecipeFields() {}

    static void write(JsonOutput json, RecipeText recipe) {
        json.object(
                NAME,
                () -> {
                    json.text("format", recipe.format());
                    json.text("text", recipe.text());
                    json.texts("changes", recipe.changes());
                    json.text("portable", recipe.portable());
                });
    }

    static Field<RecipeText> of(JsonFields fields, JsonInput json) {
        return fields.field(NAME, () -> read(json));
    }

    private static RecipeText read(JsonInput json) {
        JsonFields fields = json.fields();
        Field<String> format = fields.field("format", json::text);
        Field<String> text = fields.field("text", json::text);
        Field<List<String>> changes = fields.field("changes", () -> json.list(json::text));
        Field<String> portable = fields.field("portable", json::text);
        fields.read();
        return new RecipeText(
                format.get(), text.get(), changes.or(List.of()), portable.or(text.get()));
    }
}
