package io.terge.examples.conformance;

import static java.util.Objects.requireNonNull;

import io.terge.api.BaseChoice;
import io.terge.api.MergeRequest;
import io.terge.api.MergeRequestBuilder;
import io.terge.recipes.mergekit.MergekitRecipe;
import io.terge.recipes.yaml.Node;
import io.terge.recipes.yaml.Problems;
import io.terge.recipes.yaml.YamlReader;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** Recipes of mergekit as requests. */
final class MergekitRecipes {

    private MergekitRecipes() {}

    /** The folder of the recipes and models. */
    static Path data() {
        try {
            return Path.of(
                    requireNonNull(MergekitRecipes.class.getResource("/conformance/mergekit"))
                            .toURI());
        } catch (URISyntaxException never) {
            throw new IllegalStateException(never);
        }
    }

    /** Reads a recipe in one of the folders. */
    static MergeRequest read(String text, String folder) {
        Problems problems = new Problems();
        Node document = new YamlReader("merge.yaml", problems).read(text).getFirst();
        MergeRequest request =
                MergekitRecipe.read((Node.Fields) document, problems, data().resolve(folder))
                        .request();
        problems.throwIfAny();
        return request;
    }

    /** Returns a request with an output. */
    static MergeRequest to(MergeRequest request, Path out) {
        MergeRequestBuilder builder = MergeRequest.builder().layout(request.layout()).to(out);
        request.models().forEach(builder::model);
        request.methods().forEach(rule -> builder.method(rule.selector(), rule.value()));
        request.settings().forEach(builder::set);
        request.output().dtype().ifPresent(builder::dtype);
        switch (request.base()) {
            case BaseChoice.Index(int index) -> builder.base(index);
            case BaseChoice.Other(var reference) -> builder.base(reference);
            case BaseChoice.Unset unset -> {}
        }
        return builder.build();
    }
}
