package io.terge.methods.sparse.part;

import io.terge.spi.method.Block;
import io.terge.spi.method.Reduction;

import java.util.List;
import java.util.Optional;

/**
 * The vectors of one parameter.
 *
 * @param sizes the number of elements of each
 * @param measure computes their values
 * @param reader gathers a statistic of the parameter
 * @param sampler gathers a statistic of a sample of it
 */
record MeasuredVectors(List<Long> sizes, Measure measure, Reader reader, Optional<Reader> sampler)
        implements Vectors {

    /** Reads a parameter once. */
    @FunctionalInterface
    interface Reader {

        long[][] reduce(Reduction<long[][]> reduction);
    }

    MeasuredVectors {
        sizes = List.copyOf(sizes);
    }

    @Override
    public long[][] count(Counter counter) {
        return reader.reduce(new OfParameter(measure, counter));
    }

    @Override
    public Optional<long[][]> sample(Counter counter) {
        return sampler.map(sample -> sample.reduce(new OfParameter(measure, counter)));
    }

    private record OfParameter(Measure measure, Counter counter)
            implements Counting, Reduction<long[][]> {

        @Override
        public long[][] add(long[][] soFar, Block block) {
            double[][] values = measure.of(block);
            for (int i = 0; i < values.length; i++) {
                counter.add(soFar, i, block.start(), values[i], block.length());
            }
            return soFar;
        }
    }
}
