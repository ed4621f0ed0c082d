package io.terge.engine.plan;

import io.terge.api.ModelUse;

import java.util.List;

/**
 * The models of a request, open for a look at their headers and closed again.
 *
 * @param all the models of the request in order, then a base that is not one of them
 * @param base the base's place among them
 * @param isBaseStated whether the request names a base
 */
record RequestModels(List<NamedModel> all, int base, boolean isBaseStated) {

    RequestModels {
        all = List.copyOf(all);
    }

    /** The base: whose parameters the output has where no layout says otherwise. */
    NamedModel baseModel() {
        return all.get(base);
    }

    /** The models that the request merges. */
    List<NamedModel> merged() {
        return all.stream().filter(model -> model.index().isPresent()).toList();
    }

    List<ModelUse> uses() {
        return all.stream()
                .map(
                        model ->
                                new ModelUse(
                                        model.index(),
                                        model.reference(),
                                        model.headers().adapter(),
                                        model.headers().digest()))
                .toList();
    }
}
