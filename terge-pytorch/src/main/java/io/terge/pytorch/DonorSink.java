package io.terge.pytorch;

import io.terge.spi.format.ModelSink;

import java.io.IOException;
import java.lang.foreign.MemorySegment;

/**
 * A sink that reads its donor in the commit.
 *
 * @param sink the sink
 * @param donor the donor, which is closed with it
 */
record DonorSink(ModelSink sink, Donor donor) implements ModelSink {

    @Override
    public void write(String parameter, long offset, MemorySegment bytes) throws IOException {
        sink.write(parameter, offset, bytes);
    }

    @Override
    public void commit() throws IOException {
        sink.commit();
    }

    @Override
    public void close() throws IOException {
        try (donor) {
            sink.close();
        }
    }
}
