package io.terge.recipes.own;

import io.terge.api.MergeRequestBuilder;
import io.terge.recipes.RecipeCode;
import io.terge.recipes.yaml.Node;
import io.terge.recipes.yaml.Problems;

import java.util.Optional;

/**
 * Reads {@code base}: one of the models, by name or index, or another model.
 *
 * @param names the models
 * @param models reads another model
 * @param problems told of what is wrong
 */
record BaseReader(ModelNames names, ModelReader models, Problems problems) {

    /** Sets the base, and returns it if it is none of the models. */
    Optional<ModelEntry> read(Section root, MergeRequestBuilder request) {
        Optional<Node> node = root.get(ModelNames.BASE);
        checkName(root, node);
        if (node.isEmpty()) {
            return Optional.empty();
        }
        if (node.get() instanceof Node.Scalar scalar) {
            Optional<Integer> index =
                    isPath(scalar) ? Optional.empty() : names.index(scalar.text());
            index.ifPresent(request::base);
            if (index.isPresent() || isOutOfRange(scalar)) {
                return Optional.empty();
            }
        }
        ModelEntry other = models.read(node.get(), ModelNames.BASE, "", false);
        request.base(other.reference());
        return Optional.of(other);
    }

    // In quotes, digits are the name of a directory.
    private static boolean isPath(Node.Scalar scalar) {
        return scalar.isQuoted() && isNumber(scalar);
    }

    private static boolean isNumber(Node.Scalar scalar) {
        return scalar.text().matches("\\d+");
    }

    private boolean isOutOfRange(Node.Scalar scalar) {
        boolean isOut = isNumber(scalar) && !scalar.isQuoted();
        if (isOut) {
            problems.add(
                    RecipeCode.RECIPE_INVALID_VALUE,
                    scalar.place(),
                    "Base index %s is out of range; valid: 0 to %d"
                            .formatted(scalar.text(), names.count() - 1),
                    "for a directory of this name, write ./%s".formatted(scalar.text()));
        }
        return isOut;
    }

    private void checkName(Section root, Optional<Node> node) {
        boolean isItself =
                node.filter(Node.Scalar.class::isInstance)
                        .map(Node.Scalar.class::cast)
                        .filter(scalar -> scalar.text().equals(ModelNames.BASE))
                        .isPresent();
        if (names.names().contains(ModelNames.BASE) && !isItself) {
            problems.add(
                    RecipeCode.RECIPE_INVALID_VALUE,
                    root.get(ModelReader.MODELS).map(Node::place).orElse(root.place()),
                    "A model is named 'base', but is not the base",
                    "rename the model, or add 'base: base'");
        }
    }
}
