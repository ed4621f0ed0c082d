package io.terge.files.output;

import io.terge.error.Problem;
import io.terge.files.Quoted;
import io.terge.files.staging.StagedOutput;
import io.terge.spi.format.ModelSink;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/** A model that is written into one or more files of a staged output. */
final class FileSink implements ModelSink {

    private final StagedOutput staged;
    private final List<WeightFile> files = new ArrayList<>();

    FileSink(StagedOutput staged) {
        this.staged = staged;
    }

    /**
     * Adds a file; before the first write only.
     *
     * @throws IllegalArgumentException if another one has a parameter of this one
     */
    void add(WeightFile file) {
        List<WeightFile> others = List.copyOf(files);
        files.add(file); // First: it is closed with the others, whatever is wrong with it.
        for (String name : file.names()) {
            if (others.stream().anyMatch(other -> other.names().contains(name))) {
                throw new IllegalArgumentException(Quoted.of(name) + " is in two files");
            }
        }
    }

    @Override
    public void write(String parameter, long offset, MemorySegment bytes) throws IOException {
        holder(parameter).write(parameter, offset, bytes);
    }

    // A map of all names would take as much memory as those of the files.
    private WeightFile holder(String parameter) {
        for (WeightFile file : files) {
            if (file.names().contains(parameter)) {
                return file;
            }
        }
        throw new IllegalArgumentException("There is no parameter " + Quoted.of(parameter));
    }

    @Override
    public void commit() throws IOException {
        for (WeightFile file : files) {
            file.finish();
        }
        staged.commit();
    }

    @Override
    public List<Problem> warnings() {
        return staged.warnings();
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
