package io.terge.engine.cost;

import io.terge.api.Operand;
import io.terge.api.ParameterPlan;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.tensor.ParameterSpec;

import java.util.List;
import java.util.Optional;

/**
 * What memory the names, shapes and places of parameters take, and what is decided and recorded
 * about them. It counts where it exceeds what every merge has for it: most models have hundreds of
 * parameters, which take less than a megabyte.
 */
public final class HeaderMemory {

    /** What the heap has for headers beside the limit. */
    private static final long ALLOWANCE = 32_000_000;

    // Measured with 100,000 parameters of two models, and rounded up.
    private static final long PER_OUTPUT = 800;
    private static final long PER_OPERAND = 320;

    private long all;

    /** Adds a parameter of a plan. */
    void add(ParameterPlan parameter) {
        all += PER_OUTPUT;
        for (Operand operand : parameter.action().operands()) {
            all += PER_OPERAND + operand.stored().name().length();
        }
    }

    /** The bytes that count for the plan. */
    long bytes() {
        return Math.max(0, all - ALLOWANCE);
    }

    /**
     * The problem of a model whose headers alone take more than the limit, if they do. So that it
     * is found before the next model is read.
     *
     * @param model what messages call it
     * @param parameters its parameters
     * @param models how many such models are merged
     * @param limit how many bytes the merge may take
     */
    public static Optional<Problem> problem(
            String model, List<ParameterSpec> parameters, int models, long limit) {
        long names = parameters.stream().mapToLong(spec -> spec.name().length()).sum();
        long each = PER_OUTPUT + models * PER_OPERAND;
        long bytes = parameters.size() * each + models * names - ALLOWANCE;
        if (bytes <= limit) {
            return Optional.empty();
        }
        String least = MemorySize.atLeast(bytes);
        return Optional.of(
                Problem.of(
                                TergeCode.NOT_ENOUGH_MEMORY,
                                "The headers of %d models with as many parameters as %s need %s of memory, but the limit is %s"
                                        .formatted(models, model, least, MemorySize.atMost(limit)))
                        .note("%s has %d parameters".formatted(model, parameters.size()))
                        .fix(
                                "allow more than %s (--max-memory, in Java TergeBuilder.maxMemory(...))"
                                        .formatted(least)));
    }
}
