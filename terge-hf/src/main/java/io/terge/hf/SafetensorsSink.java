package io.terge.hf;

import io.terge.spi.ModelSink;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A model that is written into one or more files of a staged output. */
final class SafetensorsSink implements ModelSink {

    private final StagedOutput staged;
    private final List<WeightFile> files = new ArrayList<>();
    private final Map<String, WeightFile> holders = new HashMap<>();

    SafetensorsSink(StagedOutput staged) {
        this.staged = staged;
    }

    /** Where the file or directory is to be made. */
    Path content() {
        return staged.content();
    }

    /** Adds a file; before the first write only. */
    void add(WeightFile file) {
        files.add(file);
        file.names().forEach(name -> holders.put(name, file));
    }

    @Override
    public void write(String parameter, long offset, MemorySegment bytes) throws IOException {
        WeightFile holder = holders.get(parameter);
        if (holder == null) {
            throw new IllegalArgumentException("There is no parameter " + Quoted.of(parameter));
        }
        holder.write(parameter, offset, bytes);
    }

    @Override
    public void commit() throws IOException {
        for (WeightFile file : files) {
            file.finish();
        }
        staged.commit();
    }

    @Override
    public void close() throws IOException {
        try (staged) {
            for (WeightFile file : files) {
                file.close();
            }
        }
    }
}
