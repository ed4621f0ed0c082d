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
    private final String whole;

    private ParameterGroup(String meaning, List<String> members, String advice, String whole) {
        this.meaning = requireNonNull(meaning, "meaning");
        this.members = List.copyOf(members);
        this.advice = requireNonNull(advice, "advice");
        this.whole = requireNonNull(whole, "whole");
    }

    /**
     * Returns a group.
     *
     * @param meaning what the parameters are together, e.g. {@code "a weight in 4 bits and its
     *     scales"}
     * @param members the parameters' names
     */
    public static ParameterGroup of(String meaning, List<String> members) {
        return new ParameterGroup(meaning, members, "", "");
    }

    /** Returns this group with advice to the user, e.g. {@code "merge the unquantised model"}. */
    public ParameterGroup withAdvice(String text) {
        return new ParameterGroup(meaning, members, text, whole);
    }

    /**
     * Returns this group with the name of the one parameter that other models have instead, e.g.
     * {@code "q_proj.weight"} for {@code q_proj.qweight} and {@code q_proj.scales}.
     */
    public ParameterGroup withWhole(String name) {
        return new ParameterGroup(meaning, members, advice, name);
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

    /**
     * The name of the one parameter that other models have instead of this group; empty if it is
     * unknown, or one of the {@link #members()}.
     */
    public String whole() {
        return whole;
    }
}
