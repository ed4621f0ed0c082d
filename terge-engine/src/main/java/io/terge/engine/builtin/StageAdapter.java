package io.terge.engine.builtin;

import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.model.ModelReference;
import io.terge.spi.format.AdapterContext;
import io.terge.spi.format.Claim;
import io.terge.spi.format.ModelAdapter;
import io.terge.spi.format.ModelSource;

/** Stands for outputs of stages, which the engine makes itself; there are none outside of it. */
public final class StageAdapter implements ModelAdapter {

    @Override
    public String name() {
        return "stage";
    }

    @Override
    public String describe() {
        return "the output of a stage of the same merge";
    }

    @Override
    public Claim claims(ModelReference reference) {
        return reference.stage().isPresent() ? Claim.SPECIFIC : Claim.NONE;
    }

    @Override
    public ModelSource open(ModelReference reference, AdapterContext context) {
        if (context.isNested()) {
            throw new TergeException(
                    Problem.of(
                                    TergeCode.UNKNOWN_STAGE,
                                    "The output of stage '%s' cannot be a part of another model"
                                            .formatted(reference.stage().orElse("")))
                            .fix("use the models that the stage merges"));
        }
        throw new TergeException(
                Problem.of(
                                TergeCode.UNKNOWN_STAGE,
                                "%s is the output of a stage, which exists only within a merge"
                                        .formatted(reference.describe()))
                        .fix("write ./%s if it is a path".formatted(reference.describe())));
    }
}
