package io.terge.recipes.yaml;

import io.terge.recipes.RecipeCode;

import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Checks tags. Those of YAML's own types are known; who writes another one, such as {@code !env},
 * expects something that would not happen.
 *
 * @param resolver finds the types of values that have no tag
 * @param problems told of other tags, and of those that do not fit their values
 */
record Tags(ScalarResolver resolver, Problems problems) {

    private static final List<Tag> KNOWN =
            List.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.MAP, Tag.SEQ);

    private static final List<String> TYPES =
            List.of(
                    "a string",
                    "a whole number",
                    "a number",
                    "true or false",
                    "null",
                    "a mapping",
                    "a list");

    /** Checks the tag of a value or key. */
    void check(Node node, Place place) {
        if (node instanceof ScalarNode scalar && isVariable(scalar)) {
            return; // What it stands for is checked later.
        }
        int type = KNOWN.indexOf(node.getTag());
        if (type < 0) {
            problems.add(
                    RecipeCode.RECIPE_UNSUPPORTED,
                    place,
                    "Unknown tag '%s'".formatted(shown(node.getTag())),
                    "remove it; the tags of recipes are " + known());
        } else if (!fits(node)) {
            problems.add(
                    RecipeCode.RECIPE_INVALID_VALUE,
                    place,
                    "The value with the tag '%s' must be %s"
                            .formatted(shown(node.getTag()), TYPES.get(type)),
                    "correct the value, or remove the tag");
        }
    }

    private boolean fits(Node node) {
        Tag tag = node.getTag();
        return switch (node) {
            case ScalarNode scalar -> {
                Tag type = resolver.resolve(scalar.getValue(), true);
                boolean isWhole = tag.equals(Tag.FLOAT) && type.equals(Tag.INT);
                yield tag.equals(Tag.STR) || tag.equals(type) || isWhole;
            }
            case SequenceNode list -> tag.equals(Tag.SEQ);
            case MappingNode mapping -> tag.equals(Tag.MAP);
            default -> false;
        };
    }

    // A tag for such values is given to them by the library.
    private boolean isVariable(ScalarNode scalar) {
        return resolver.resolve(scalar.getValue(), true).equals(Tag.ENV_TAG)
                && (KNOWN.contains(scalar.getTag()) || scalar.getTag().equals(Tag.ENV_TAG));
    }

    /** Whether a value is a text, whatever it looks like. */
    boolean isText(ScalarNode scalar) {
        boolean isQuoted = scalar.getScalarStyle() != ScalarStyle.PLAIN;
        return scalar.getTag().equals(Tag.STR)
                && (isQuoted || !resolver.resolve(scalar.getValue(), true).equals(Tag.STR));
    }

    private static String known() {
        return KNOWN.stream().map(Tags::shown).collect(Collectors.joining(", "));
    }

    private static String shown(Tag tag) {
        String text = tag.getValue();
        if (text.startsWith(Tag.PREFIX)) {
            return "!!" + text.substring(Tag.PREFIX.length());
        }
        return text.startsWith("!") ? text : "!<" + text + ">";
    }
}
