package io.terge.hf.config;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names of parameters that have a row for each token: embeddings, heads, and biases of heads. */
public final class VocabularyNames {

    private static final String WEIGHT = ".weight";
    private static final String BIAS = ".bias";

    private static final Set<String> KNOWN =
            Stream.concat(
                            TiedNames.all().flatMap(VocabularyNames::withBias),
                            Stream.of("predictions.bias", "lm_head.decoder.bias"))
                    .collect(Collectors.toUnmodifiableSet());

    private VocabularyNames() {}

    private static Stream<String> withBias(String name) {
        return name.endsWith(WEIGHT)
                ? Stream.of(name, name.substring(0, name.length() - WEIGHT.length()) + BIAS)
                : Stream.of(name);
    }

    /** Whether a name is one of them, possibly below or above another prefix. */
    public static boolean contains(String name) {
        return KNOWN.contains(name)
                || KNOWN.stream()
                        .anyMatch(
                                known ->
                                        name.endsWith("." + known)
                                                || isPart(name) && known.endsWith("." + name));
    }

    /** Whether one of these names is that of a head or its bias, not of an embedding. */
    public static boolean isHead(String name) {
        return name.endsWith(BIAS)
                || TiedNames.heads()
                        .anyMatch(
                                head ->
                                        name.equals(head)
                                                || name.endsWith("." + head)
                                                || isPart(name) && head.endsWith("." + name));
    }

    // A name such as 'weight' alone says nothing.
    private static boolean isPart(String name) {
        return name.indexOf('.') > 0;
    }
}
