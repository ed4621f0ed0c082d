package io.terge.spi.format;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Parameters that are meaningful only together: a packed weight with its scales, or the two factors
 * of a low-rank update. A request that would merge them one by one is rejected, with their names.
 * Immutable.
 *
 * @since 0.1
 */
public final class ParameterGroup {

    private final String meaning;
    private final List<String> members;
    private final String advice;

    private ParameterGroup(String meaning, List<String> members, String advice) {
        this.meaning = requireNonNull(meaning, "meaning");
        this.members = List.copyOf(members);
        this.advice = requireNonNull(advice, "advice");
    }

    /**
     * Returns a group.
     *
     * @param meaning what the parameters are together, e.g. {@code "a weight in 4 bits and its
     *     scales"}
     * @param members the parameters' names
     */
    public static ParameterGroup of(String meaning, List<String> members) {
        return new ParameterGroup(meaning, members, "");
    }

    /** Returns this group with advice to the user, e.g. {@code "merge the unquantised model"}. */
    public ParameterGroup withAdvice(String text) {
        return new ParameterGroup(meaning, members, text);
    }

    /** What the parameters are together. */
    public String meaning() {
        return meaning;
    }

    /** The parameters' names. */
    public List<String> members() {
        return members;
    }

    /** What the user can do instead; may be empty. */
    public String advice() {
        return advice;
    }
}
