package io.terge.engine.operand;

import io.terge.tensor.StoredBytes;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Objects;

/** The bytes of some rows, in any order; rows that follow each other are read in one go. */
final class GatheredBytes implements StoredBytes {

    private final StoredBytes all;
    private final long[] rows;
    private final long row;

    private GatheredBytes(StoredBytes all, long[] rows, long row) {
        this.all = all;
        this.rows = rows;
        this.row = row;
    }

    /**
     * Returns the bytes of rows.
     *
     * @param all the bytes of all rows
     * @param row how many bytes there are in a row
     */
    static StoredBytes of(StoredBytes all, List<Long> rows, long row) {
        return new GatheredBytes(all, rows.stream().mapToLong(Long::longValue).toArray(), row);
    }

    @Override
    public long size() {
        return rows.length * row;
    }

    @Override
    public void read(long offset, MemorySegment into) throws IOException {
        long size = into.byteSize();
        Objects.checkFromIndexSize(offset, size, size());
        long length;
        for (long done = 0; done < size; done += length) {
            int at = (int) ((offset + done) / row);
            long within = (offset + done) % row;
            length = Math.min(consecutive(at) * row - within, size - done);
            all.read(rows[at] * row + within, into.asSlice(done, length));
        }
    }

    private long consecutive(int first) {
        int end = first + 1;
        while (end < rows.length && rows[end] == rows[end - 1] + 1) {
            end++;
        }
        return end - first;
    }
}
