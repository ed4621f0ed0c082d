package io.terge.spi.selector;

import io.terge.tensor.ParameterSpec;

import java.util.function.Predicate;

/**
 * A syntax for selecting parameters, such as {@code regex:} or {@code glob:}. One instance serves
 * all requests, on several threads at once.
 *
 * @since 0.1
 */
public interface ParameterSelector {

    /** The text before the colon: {@code [a-z][a-z0-9_-]*}. */
    String scheme();

    /**
     * Compiles an expression. Called in planning, once for each selector of a request.
     *
     * @param expression the text after {@code scheme:}, unchanged; may be empty
     * @return whether a parameter is selected; a pure function of its header
     * @throws SelectorSyntaxException if the expression is malformed
     */
    Predicate<ParameterSpec> compile(String expression);

    /** A one-line description of the expressions, for lists of installed selectors. */
    default String describe() {
        return "";
    }
}
