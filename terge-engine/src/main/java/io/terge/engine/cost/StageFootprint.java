package io.terge.engine.cost;

import io.terge.api.Action;
import io.terge.api.Operand;
import io.terge.api.ParameterPlan;
import io.terge.api.StagePlan;
import io.terge.tensor.Extent;
import io.terge.tensor.Footprint;

import java.util.List;

/**
 * What reading the output of a stage takes: its numbers are computed whenever they are read.
 *
 * @param stage the stage
 */
public record StageFootprint(StagePlan stage) {

    /** The longest block of numbers that are computed at a time, but for longer rows. */
    public static final int BLOCK = 2048;

    /** What reading a parameter takes. */
    public Footprint of(ParameterPlan parameter) {
        if (stage.isKept() || parameter.action() instanceof Action.Tied) {
            return Footprint.stored(parameter.output());
        }
        if (stage.isStored(parameter)) {
            return Footprint.stored(stage.stored(parameter));
        }
        return switch (parameter.action()) {
            case Action.Merge merge -> computed(parameter, merge.operands(), merge.extent());
            case Action.Copy copy when isUnchanged(parameter, copy.from()) -> copied(copy.from());
            case Action.Copy copy -> computed(parameter, List.of(copy.from()), Extent.BLOCK);
            case Action.Tied tied -> throw new IllegalArgumentException("It is another parameter");
        };
    }

    /** Whether a copy has the type of what it is made from. */
    public static boolean isUnchanged(ParameterPlan parameter, Operand from) {
        return from.stored().dtype().equals(parameter.output().dtype());
    }

    private Footprint copied(Operand from) {
        OperandNeed need = OperandNeed.of(from);
        return Footprint.of(from.bytesRead(), Math.toIntExact(need.perElement()), need.perChunk())
                .withHeld(from.footprint().held());
    }

    // Arrays on the heap count as if they were off it: a footprint has no other place for them.
    private Footprint computed(ParameterPlan parameter, List<Operand> operands, Extent extent) {
        long each = 0;
        long read = 0;
        long held = 0;
        long row = WorkCut.row(parameter.output().shape());
        long block = extent == Extent.ROW ? Math.max(row, BLOCK) : BLOCK;
        long chunk = rounding(parameter, block);
        for (Operand operand : operands) {
            OperandNeed need = OperandNeed.of(operand);
            each += need.perElement();
            chunk += need.perChunk() + need.arrays() + OperandNeed.ALIGNMENT;
            read += operand.bytesRead();
            held += operand.footprint().held();
        }
        chunk += (operands.size() + 2) * block * Double.BYTES;
        chunk += (long) WorkCut.KERNEL_BYTES_PER_ELEMENT * BLOCK;
        if (extent == Extent.ROW) {
            chunk += 2 * row * each; // A chunk may begin and end within a row.
        }
        return Footprint.of(read, Math.toIntExact(each), chunk).withHeld(held);
    }

    private long rounding(ParameterPlan parameter, long block) {
        return stage.isRounded()
                ? (long) parameter.output().dtype().bits() / Byte.SIZE * block
                        + OperandNeed.ALIGNMENT
                : 0;
    }
}
