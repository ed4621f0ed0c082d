package io.terge.files.output;

import io.terge.files.Quoted;
import io.terge.files.staging.StagedOutput;
import io.terge.spi.format.ModelSink;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A model that is written into one or more files of a staged output. */
final class FileSink implements ModelSink {

    private final StagedOutput staged;
    private final List<PartSink> files = new ArrayList<>();
    private final Map<String, PartSink> holders = new HashMap<>();

    FileSink(StagedOutput staged) {
        this.staged = staged;
    }

    /**
     * Adds a file; before the first write only.
     *
     * @throws IllegalArgumentException if another one has a parameter of this one
     */
    void add(PartSink file) {
        files.add(file);
        for (String name : file.names()) {
            if (holders.put(name, file) != null) {
                throw new IllegalArgumentException(Quoted.of(name) + " is in two files");
            }
        }
    }

    @Override
    public void write(String parameter, long offset, MemorySegment bytes) throws IOException {
        PartSink holder = holders.get(parameter);
        if (holder == null) {
            throw new IllegalArgumentException("There is no parameter " + Quoted.of(parameter));
        }
        holder.write(parameter, offset, bytes);
    }

    @Override
    public void commit() throws IOException {
        for (PartSink file : files) {
            file.finish();
        }
        staged.commit();
    }

    @Override
    public List<String> replaced() {
        return staged.replaced();
    }

    @Override
    public void close() throws IOException {
        try (staged) {
            for (PartSink file : files) {
                file.close();
            }
        }
    }
}
