package io.terge.spi.format;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Parameters that mean something only together: a packed weight with its scales, the two factors of
 * a low-rank update. They are merged only as what they mean; one by one they are refused by name.
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
     * @param meaning what they are together, e.g. {@code "a weight in 4 bits and its scales"}
     * @param members the parameters' names
     */
    public static ParameterGroup of(String meaning, List<String> members) {
        return new ParameterGroup(meaning, members, "");
    }

    /** This group with what its user can do, e.g. {@code "merge the unquantised model"}. */
    public ParameterGroup withAdvice(String text) {
        return new ParameterGroup(meaning, members, text);
    }

    /** What they are together. */
    public String meaning() {
        return meaning;
    }

    /** The parameters' names. */
    public List<String> members() {
        return members;
    }

    /** What its user can do; may be empty. */
    public String advice() {
        return advice;
    }
}
