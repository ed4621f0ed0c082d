package io.terge.engine.execute.open;

import io.terge.api.StagePlan;
import io.terge.engine.model.ModelHeaders;
import io.terge.engine.stage.StageSource;

/**
 * A stage whose models are open.
 *
 * @param plan the stage
 * @param models its models
 * @param source its output, once it is prepared
 * @param headers what later merges see of its output
 */
public record OpenStage(
        StagePlan plan, OpenModels models, StageSource source, ModelHeaders headers) {}
