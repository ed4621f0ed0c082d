package io.terge.spi.selector;

import io.terge.tensor.ParameterSpec;

import java.util.function.Predicate;

/**
 * A language for saying which parameters are meant, such as {@code regex:} or {@code glob:}.
 *
 * @since 0.1
 */
public interface ParameterSelector {

    /** What stands before the colon: {@code [a-z][a-z0-9_-]*}. */
    String scheme();

    /**
     * Compiles what stands after the colon, once, at planning.
     *
     * @param expression the text after {@code scheme:}, as it stands; may be empty
     * @return whether a parameter is meant; a pure function of the header
     * @throws SelectorSyntaxException if the expression is malformed
     */
    Predicate<ParameterSpec> compile(String expression);

    /** What an expression is, in one line for lists of what is installed. */
    default String describe() {
        return "";
    }
}
