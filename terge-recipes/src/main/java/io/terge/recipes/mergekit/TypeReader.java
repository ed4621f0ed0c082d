package io.terge.recipes.mergekit;

import io.terge.recipes.RecipeCode;
import io.terge.recipes.yaml.Node;
import io.terge.recipes.yaml.Problems;
import io.terge.tensor.DType;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the names of types.
 *
 * @param problems told of what is wrong
 */
record TypeReader(Problems problems) {

    static final String DTYPE = "dtype";
    static final String OUT_DTYPE = "out_dtype";

    private static final String PREFIX = "torch.";
    private static final List<String> NAMES = List.of("bfloat16", "float16", "float32");
    private static final Map<String, DType> TYPES =
            Map.of("bfloat16", DType.BF16, "float16", DType.F16, "float32", DType.F32);

    /** Reads the type of a key. */
    Optional<DType> read(Mapping mapping, String key) {
        Optional<Node.Scalar> written = mapping.scalar(key);
        Optional<DType> type =
                written.map(Node.Scalar::text)
                        .map(
                                text ->
                                        text.startsWith(PREFIX)
                                                ? text.substring(PREFIX.length())
                                                : text)
                        .flatMap(name -> Optional.ofNullable(TYPES.get(name)));
        if (written.isPresent() && type.isEmpty()) {
            problems.add(
                    RecipeCode.RECIPE_INVALID_VALUE,
                    written.get().place(),
                    "'%s' must be one of %s, but was '%s'%s"
                            .formatted(
                                    key,
                                    String.join(", ", NAMES),
                                    written.get().text(),
                                    question(written.get().text())));
        }
        return type;
    }

    // Names in terge's own recipes are short.
    private static String question(String written) {
        return TYPES.entrySet().stream()
                .filter(type -> type.getValue().name().equalsIgnoreCase(written))
                .findFirst()
                .map(type -> ". Did you mean '%s'?".formatted(type.getKey()))
                .orElse("");
    }
}
