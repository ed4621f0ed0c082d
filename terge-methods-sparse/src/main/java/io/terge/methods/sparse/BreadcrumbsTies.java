package io.terge.methods.sparse;

import io.terge.spi.method.MethodDescription;
import io.terge.spi.method.MethodOption;

/**
 * Drops the smallest and the largest elements of task vectors, elects signs and adds what agrees.
 *
 * @since 0.1
 */
public final class BreadcrumbsTies extends TrimMethod {

    public BreadcrumbsTies() {
        super(
                "breadcrumbs_ties",
                MethodDescription.of(
                                "Drops the smallest and the largest elements of task vectors,"
                                        + " elects signs and adds what agrees")
                        .reference("arXiv 2312.06795 and 2306.01708")
                        .formula(
                                """
                                t[i] = as in breadcrumbs
                                s = the sign of w[0] t[0] + w[1] t[1] + ...; + if that is 0
                                out = b + lambda (the sum of w[i] t[i] of sign s)\
                                """)
                        .advice("Like breadcrumbs, for models that interfere with each other.")
                        .example("--option density=0.9 --option gamma=0.01")
                        .option(SparseOptions.density())
                        .option(
                                MethodOption.number(
                                                SparseOptions.GAMMA,
                                                "fraction of the elements, the largest ones, that"
                                                        + " is dropped")
                                        .between(0, 1)
                                        .orElse(0.01)
                                        .perModel()),
                false,
                true,
                true);
    }
}
