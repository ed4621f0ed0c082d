package io.terge.testkit;

import io.terge.error.ErrorCode;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.model.ModelReference;
import io.terge.spi.format.Claim;
import io.terge.spi.format.ModelBlueprint;
import io.terge.spi.format.ModelSink;
import io.terge.spi.format.ModelWriter;
import io.terge.tensor.ParameterSpec;

import java.util.List;

/** Writes models into the map of its adapter. */
record FaultyWriter(AdapterFault fault, FaultyAdapter adapter) implements ModelWriter {

    @Override
    public Claim claims(ModelReference target) {
        boolean isMine =
                target instanceof ModelReference.Location
                        && !has(AdapterFault.WRITER_CLAIMS_NOTHING);
        return isMine || has(AdapterFault.WRITER_CLAIMS_EVERYTHING) ? Claim.GENERAL : Claim.NONE;
    }

    @Override
    public void check(ModelReference target, boolean overwrite) {
        if (has(AdapterFault.WRITES_IN_ITS_CHECK)) {
            ModelBlueprint nothing = ModelBlueprint.of(List.of());
            adapter.put(target, new FaultySink(fault, nothing, made -> {}).stored());
        }
        if (!has(AdapterFault.CHECKS_NO_TARGET)) {
            checkFree(target, overwrite);
        }
    }

    @Override
    public List<List<ParameterSpec>> shards(ModelReference target, ModelBlueprint blueprint) {
        List<ParameterSpec> all = blueprint.parameters();
        if (has(AdapterFault.LOSES_A_PARAMETER_IN_SHARDS)) {
            return List.of(all.subList(1, all.size()));
        }
        return blueprint.shardSize().isPresent() && !has(AdapterFault.MAKES_SHARDS_TOO_LARGE)
                ? all.stream().map(List::of).toList()
                : List.of(all);
    }

    @Override
    public ModelSink create(ModelReference target, ModelBlueprint blueprint) {
        if (has(AdapterFault.NEEDS_A_PARAMETER)) {
            blueprint.parameters().getFirst();
        }
        checkFree(target, blueprint.overwrite());
        if (has(AdapterFault.DELETES_THE_OLDER_FIRST)) {
            adapter.delete(target);
        }
        if (has(AdapterFault.CLEARS_WHAT_IS_OPEN)) {
            adapter.clear(target);
        }
        FaultySink sink = new FaultySink(fault, blueprint, made -> adapter.put(target, made));
        if (has(AdapterFault.SHOWS_WHAT_IS_BEGUN) && !adapter.isThere(target)) {
            adapter.put(target, sink.stored());
        }
        return sink;
    }

    private void checkFree(ModelReference target, boolean overwrite) {
        if (adapter.isThere(target) && !overwrite && !has(AdapterFault.REPLACES_WITHOUT_LEAVE)) {
            ErrorCode code =
                    has(AdapterFault.REFUSES_BY_ANOTHER_CODE)
                            ? TergeCode.OUTPUT_NOT_A_MODEL
                            : TergeCode.OUTPUT_EXISTS;
            throw new TergeException(Problem.of(code, target.describe() + " already exists"));
        }
    }

    private boolean has(AdapterFault one) {
        return fault == one;
    }
}
