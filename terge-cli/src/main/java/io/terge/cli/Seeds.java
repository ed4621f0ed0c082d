package io.terge.cli;

import io.terge.api.BaseChoice;
import io.terge.api.MergeRequest;
import io.terge.api.MergeRequestBuilder;
import io.terge.hf.experts.ExpertSettings;

/** Sets the seed of a request: of its methods, and of its random gates. */
final class Seeds {

    private Seeds() {}

    static MergeRequest set(MergeRequest request, long seed) {
        MergeRequestBuilder seeded = request.toBuilder().seed(seed);
        if (request.base() instanceof BaseChoice.Other(var base)
                && base.settings().containsKey(ExpertSettings.SEED)) {
            seeded.base(base.with(ExpertSettings.SEED, Long.toString(seed)));
        }
        return seeded.build();
    }
}
