package io.terge.engine.cost;

import io.terge.api.Operand;
import io.terge.tensor.Footprint;
import io.terge.tensor.RowMap;

import java.util.List;

/**
 * What loading chunks of an operand takes of a thread's memory.
 *
 * @param perElement bytes off the heap for each element of a chunk
 * @param perChunk bytes off the heap besides, however small the chunk is
 * @param arrays bytes on the heap
 */
public record OperandNeed(long perElement, long perChunk, long arrays) {

    /** How many elements of a row are worked on at a time where rows are computed. */
    public static final int ROW_PIECE = 1024;

    /** Every part that is taken of the memory begins at a multiple of this. */
    static final int ALIGNMENT = 64;

    // A computed tensor may be made of several parts, each of which begins aligned.
    private static final int MOST_PARTS = 8;

    // A sum and the numbers that are added to it.
    private static final int PIECE_ARRAYS = 2;

    /** What all of some operands take together. */
    static OperandNeed of(List<Operand> operands) {
        long perElement = 0;
        long perChunk = 0;
        long arrays = 0;
        for (Operand operand : operands) {
            OperandNeed need = of(operand);
            perElement += need.perElement;
            perChunk += need.perChunk;
            arrays += need.arrays;
        }
        return new OperandNeed(perElement, perChunk, arrays);
    }

    static OperandNeed of(Operand operand) {
        Footprint footprint = operand.footprint();
        long each = footprint.scratchPerElement();
        return switch (operand.rows()) {
            case RowMap.Identity all -> new OperandNeed(each, ofChunk(operand), 0);
            case RowMap.Range range -> new OperandNeed(each, ofChunk(operand), 0);
            case RowMap.Gather gather -> ofRows(operand);
            case RowMap.Mean mean -> ofRows(operand);
        };
    }

    /** Bytes off the heap for a piece of a row where rows are computed, one after the other. */
    public static long ofRowPiece(Operand operand) {
        return (long) operand.footprint().scratchPerElement() * ROW_PIECE + ofChunk(operand);
    }

    // The numbers of all rows, and room for a piece of one.
    private static OperandNeed ofRows(Operand operand) {
        return new OperandNeed(
                Math.max(Double.BYTES, operand.footprint().scratchPerElement()),
                ofRowPiece(operand) + ALIGNMENT,
                (long) PIECE_ARRAYS * ROW_PIECE * Double.BYTES);
    }

    private static long ofChunk(Operand operand) {
        boolean isStored = operand.footprint().equals(Footprint.stored(operand.stored()));
        return operand.footprint().scratchPerChunk()
                + (long) (isStored ? 1 : MOST_PARTS) * ALIGNMENT;
    }
}
