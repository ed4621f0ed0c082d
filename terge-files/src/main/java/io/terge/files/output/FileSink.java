package io.terge.files.output;

import io.terge.error.Problem;
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
    // Filled with the second file: one knows its own names.
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
        files.add(file); // First: it is closed with the others, whatever is wrong with it.
        if (files.size() == 2) {
            addNames(files.getFirst());
        }
        if (files.size() > 1) {
            addNames(file);
        }
    }

    private void addNames(PartSink file) {
        for (String name : file.names()) {
            if (holders.put(name, file) != null) {
                throw new IllegalArgumentException(Quoted.of(name) + " is in two files");
            }
        }
    }

    @Override
    public void write(String parameter, long offset, MemorySegment bytes) throws IOException {
        holder(parameter).write(parameter, offset, bytes);
    }

    private PartSink holder(String parameter) {
        PartSink holder =
                files.size() == 1 && files.getFirst().names().contains(parameter)
                        ? files.getFirst()
                        : holders.get(parameter);
        if (holder == null) {
            throw new IllegalArgumentException("There is no parameter " + Quoted.of(parameter));
        }
        return holder;
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
    public List<Problem> warnings() {
        return staged.warnings();
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
