package io.terge.pytorch;

import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.files.Quoted;
import io.terge.spi.format.ModelSink;

import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.List;

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
        try {
            sink.commit();
        } catch (EOFException truncated) {
            throw new TergeException(
                    Problem.of(
                                    TergeCode.FILE_TRUNCATED,
                                    "%s was truncated while the output was written"
                                            .formatted(Quoted.of(donor.file().path())))
                            .fix("do not modify the models during a merge"),
                    truncated);
        }
    }

    @Override
    public List<Problem> warnings() {
        return sink.warnings();
    }

    @Override
    public void close() throws IOException {
        try (donor) {
            sink.close();
        }
    }
}
