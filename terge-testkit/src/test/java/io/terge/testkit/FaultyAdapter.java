package io.terge.testkit;

import static java.util.Objects.requireNonNull;

import io.terge.model.ModelReference;
import io.terge.spi.format.AdapterContext;
import io.terge.spi.format.Claim;
import io.terge.spi.format.Companion;
import io.terge.spi.format.ModelAdapter;
import io.terge.spi.format.ModelSource;
import io.terge.spi.format.ModelWriter;
import io.terge.tensor.ParameterSpec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Models in a map by location. */
final class FaultyAdapter implements ModelAdapter {

    /** A model at rest. */
    record Stored(
            List<ParameterSpec> specs,
            Map<String, byte[]> bytes,
            Map<String, String> ties,
            Map<String, String> texts,
            List<Companion> companions) {}

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
    public String describe() {
        return has(AdapterFault.DESCRIBES_ITSELF_AT_LENGTH) ? "In memory.\nOf tests." : "In memory";
    }

    @Override
    public Claim claims(ModelReference reference) {
        boolean isMine = isThere(reference) && !has(AdapterFault.CLAIMS_NOTHING);
        return isMine || has(AdapterFault.CLAIMS_EVERYTHING) ? Claim.SPECIFIC : Claim.NONE;
    }

    @Override
    public List<String> settings() {
        return switch (fault) {
            case NAMES_A_MALFORMED_SETTING -> List.of("The Key");
            case NAMES_A_SETTING_TWICE -> List.of("key", "key");
            default -> List.of("key");
        };
    }

    @Override
    public ModelSource open(ModelReference reference, AdapterContext context) {
        return new FaultySource(fault, requireNonNull(models.get(reference.describe())));
    }

    @Override
    public Optional<ModelWriter> writer() {
        return Optional.of(new FaultyWriter(fault, this));
    }

    boolean isThere(ModelReference reference) {
        return models.containsKey(reference.describe());
    }

    void delete(ModelReference target) {
        models.remove(target.describe());
    }

    /** Makes the numbers of a model zero. */
    void clear(ModelReference target) {
        Stored older = models.get(target.describe());
        if (older != null) {
            older.bytes().values().forEach(bytes -> Arrays.fill(bytes, (byte) 0));
        }
    }

    void put(ModelReference target, Stored made) {
        if (has(AdapterFault.KEEPS_THE_OLDER)) {
            models.putIfAbsent(target.describe(), made);
        } else if (!has(AdapterFault.DOES_NOT_COMMIT)) {
            models.put(target.describe(), has(AdapterFault.LOSES_A_PARAMETER) ? less(made) : made);
        }
    }

    private static Stored less(Stored made) {
        List<ParameterSpec> fewer = new ArrayList<>(made.specs());
        fewer.removeLast();
        return new Stored(fewer, made.bytes(), made.ties(), made.texts(), made.companions());
    }

    private boolean has(AdapterFault one) {
        return fault == one;
    }
}
