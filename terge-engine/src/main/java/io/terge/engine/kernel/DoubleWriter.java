package io.terge.engine.kernel;

import static jdk.incubator.vector.VectorOperators.NE;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;

/** Stores {@code double}s as they are, but for NaNs: whole vectors only. */
final class DoubleWriter {

    private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;

    private DoubleWriter() {}

    static void write(double[] values, int count, MemorySegment bytes, long offset) {
        for (int i = 0; i < count; i += DOUBLES.length()) {
            DoubleVector d = DoubleVector.fromArray(DOUBLES, values, i);
            d.blend(Double.NaN, d.compare(NE, d))
                    .intoMemorySegment(bytes, offset + 8L * i, ByteOrder.LITTLE_ENDIAN);
        }
    }
}
