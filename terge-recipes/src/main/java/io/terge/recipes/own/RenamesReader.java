package io.terge.recipes.own;

import io.terge.api.ModelScope;
import io.terge.api.Rename;
import io.terge.recipes.yaml.Node;
import io.terge.recipes.yaml.Problems;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code renames}.
 *
 * @param names the models
 * @param problems told of what is wrong
 */
record RenamesReader(ModelNames names, Problems problems) {

    static final String RENAMES = "renames";

    List<Rename> read(Node node) {
        Values values = new Values(problems);
        List<Node> items = values.items(node, RENAMES, "a list of renames");
        List<Rename> renames = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            String path = RENAMES + "." + i;
            values.mapping(items.get(i), path, "a mapping with 'regex' and 'to'")
                    .flatMap(fields -> rename(new Section(fields, path, problems)))
                    .ifPresent(renames::add);
        }
        return renames;
    }

    private Optional<Rename> rename(Section section) {
        Optional<ModelScope> models =
                section.get("model")
                        .map(
                                node ->
                                        new Values(problems)
                                                .text(node, section.path("model"))
                                                .flatMap(
                                                        name ->
                                                                names.any(
                                                                        name,
                                                                        node.place(),
                                                                        problems)))
                        .orElse(Optional.of(ModelScope.all()));
        Optional<String> regex =
                section.required("regex")
                        .flatMap(node -> new Values(problems).text(node, section.path("regex")));
        Optional<String> to =
                section.required("to").flatMap(node -> replacement(node, section.path("to")));
        section.end();
        return models.flatMap(
                which -> regex.flatMap(from -> to.map(by -> new Rename(which, from, by))));
    }

    // The only text of a recipe that may be empty.
    private Optional<String> replacement(Node node, String what) {
        return node instanceof Node.Scalar(String text, var _, var _)
                ? Optional.of(text)
                : new Values(problems).text(node, what);
    }
}
