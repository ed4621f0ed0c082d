package io.terge.cli;

import io.terge.api.BaseChoice;
import io.terge.api.MergeRequest;
import io.terge.api.MergeRequestBuilder;
import io.terge.model.ViewSettings;

/** Sets the seed of a request: of its methods, and of its random gates. */
final class Seeds {

    private Seeds() {}

    static MergeRequest set(MergeRequest request, long seed) {
        MergeRequestBuilder seeded = request.toBuilder().seed(seed);
        if (request.base() instanceof BaseChoice.Other(var base)
                && base.settings().containsKey(ViewSettings.SEED)) {
            seeded.base(base.with(ViewSettings.SEED, Long.toString(seed)));
        }
        return seeded.build();
    }
}
