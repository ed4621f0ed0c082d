package io.terge.engine.plan;

import io.terge.api.ModelUse;
import io.terge.engine.model.ModelHeaders;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The headers of a request's models.
 *
 * @param models the models, in the order of the request
 * @param base the base: one of the models or another
 * @param baseIndex the base's place among the models, if it is one of them
 */
record RequestModels(List<ModelHeaders> models, ModelHeaders base, OptionalInt baseIndex) {

    RequestModels {
        models = List.copyOf(models);
    }

    List<ModelUse> uses() {
        return IntStream.range(0, models.size())
                .mapToObj(index -> use(OptionalInt.of(index), models.get(index)))
                .toList();
    }

    ModelUse baseUse() {
        return use(baseIndex, base);
    }

    private static ModelUse use(OptionalInt index, ModelHeaders headers) {
        return new ModelUse(index, headers.reference(), headers.adapter());
    }
}
