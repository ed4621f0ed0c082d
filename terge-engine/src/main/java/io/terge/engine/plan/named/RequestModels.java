package io.terge.engine.plan.named;

import io.terge.api.ModelUse;
import io.terge.engine.model.HeaderDigests;

import java.util.List;

/**
 * The models of a request, open for a look at their headers and closed again.
 *
 * @param all the models of the request in order, then a base that is not one of them
 * @param base the base's place among them
 * @param isBaseStated whether the request names a base
 */
public record RequestModels(List<NamedModel> all, int base, boolean isBaseStated) {

    public RequestModels {
        all = List.copyOf(all);
    }

    /** Returns the models, those without a name that the base ties to another with that other. */
    static RequestModels tied(List<NamedModel> all, int base, boolean isBaseStated) {
        NamedModel baseModel = all.get(base);
        return new RequestModels(
                all.stream().map(model -> model.tiedAs(baseModel)).toList(), base, isBaseStated);
    }

    /** The base: whose parameters the output has where no layout says otherwise. */
    public NamedModel baseModel() {
        return all.get(base);
    }

    /** The models that the request merges. */
    public List<NamedModel> merged() {
        return all.stream().filter(model -> model.index().isPresent()).toList();
    }

    public List<ModelUse> uses() {
        HeaderDigests digests = new HeaderDigests();
        return all.stream()
                .map(
                        model ->
                                new ModelUse(
                                        model.index(),
                                        model.headers().reference(),
                                        model.headers().adapter(),
                                        digests.of(model.headers())))
                .toList();
    }
}
