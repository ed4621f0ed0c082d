package io.terge.testkit;

import static java.util.Objects.requireNonNull;

import io.terge.error.ErrorCode;
import io.terge.error.Problem;
import io.terge.error.TergeException;
import io.terge.model.ModelReference;
import io.terge.spi.ModelAdapter;
import io.terge.spi.ModelBlueprint;
import io.terge.spi.ModelSink;
import io.terge.spi.ModelSource;
import io.terge.tensor.ParameterSpec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Models in a map by location. */
final class FaultyAdapter implements ModelAdapter {

    /** A model at rest. */
    record Stored(
            List<ParameterSpec> specs, Map<String, byte[]> bytes, Map<String, String> texts) {}

    private final AdapterFault fault;
    private final Map<String, Stored> models = new ConcurrentHashMap<>();

    FaultyAdapter(AdapterFault fault) {
        this.fault = fault;
    }

    @Override
    public String name() {
        return has(AdapterFault.HAS_A_BAD_NAME) ? "In Memory" : "faulty";
    }

    @Override
    public boolean recognizes(ModelReference reference) {
        return isThere(reference) && !has(AdapterFault.RECOGNIZES_NOTHING);
    }

    @Override
    public ModelSource open(ModelReference reference) {
        return new FaultySource(fault, requireNonNull(models.get(reference.describe())));
    }

    @Override
    public boolean creates(ModelReference target) {
        return !has(AdapterFault.CREATES_NOTHING);
    }

    @Override
    public ModelSink create(ModelReference target, ModelBlueprint blueprint) {
        if (has(AdapterFault.NEEDS_A_PARAMETER)) {
            blueprint.parameters().getFirst();
        }
        check(target, blueprint.overwrite());
        if (has(AdapterFault.DELETES_THE_OLDER_FIRST)) {
            models.remove(target.describe());
        }
        FaultySink sink = new FaultySink(fault, blueprint, made -> put(target, made));
        if (has(AdapterFault.SHOWS_WHAT_IS_BEGUN) && !isThere(target)) {
            put(target, sink.stored());
        }
        return sink;
    }

    @Override
    public void checkTarget(ModelReference target, boolean overwrite) {
        if (!has(AdapterFault.CHECKS_NO_TARGET)) {
            check(target, overwrite);
        }
    }

    boolean isThere(ModelReference reference) {
        return models.containsKey(reference.describe());
    }

    private void check(ModelReference target, boolean overwrite) {
        if (isThere(target) && !overwrite && !has(AdapterFault.REPLACES_WITHOUT_LEAVE)) {
            ErrorCode code =
                    has(AdapterFault.REFUSES_BY_ANOTHER_CODE)
                            ? ErrorCode.OUTPUT_NOT_A_MODEL
                            : ErrorCode.OUTPUT_EXISTS;
            throw new TergeException(Problem.of(code, target.describe() + " is there already"));
        }
    }

    private void put(ModelReference target, Stored made) {
        if (has(AdapterFault.KEEPS_THE_OLDER)) {
            models.putIfAbsent(target.describe(), made);
        } else if (!has(AdapterFault.DOES_NOT_COMMIT)) {
            models.put(target.describe(), has(AdapterFault.LOSES_A_PARAMETER) ? less(made) : made);
        }
    }

    private static Stored less(Stored made) {
        List<ParameterSpec> fewer = new ArrayList<>(made.specs());
        fewer.removeLast();
        return new Stored(fewer, made.bytes(), made.texts());
    }

    private boolean has(AdapterFault one) {
        return fault == one;
    }
}
