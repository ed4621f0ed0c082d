package io.terge.methods.sparse;

import io.terge.spi.method.MethodDescription;
import io.terge.spi.method.MethodOption;

/**
 * Drops the smallest and the largest elements of task vectors and adds the others.
 *
 * @since 0.1
 */
public final class Breadcrumbs extends TrimMethod {

    public Breadcrumbs() {
        super(
                "breadcrumbs",
                MethodDescription.of(
                                "Drops the smallest and the largest elements of task vectors and"
                                        + " adds the others")
                        .reference("arXiv 2312.06795")
                        .formula(
                                """
                                t[i] = d[i] without the gamma[i] n largest and all but the
                                       density[i] n next elements by magnitude; fewer
                                       of the largest are dropped where less would be kept
                                out = b + lambda (w[0] t[0] + w[1] t[1] + ...)\
                                """)
                        .advice("Use it for many task vectors: it drops noise and outliers.")
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
                false,
                true);
    }
}
