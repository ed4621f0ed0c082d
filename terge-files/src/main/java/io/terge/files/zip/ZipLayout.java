package io.terge.files.zip;

import io.terge.files.output.FileCompletion;
import io.terge.files.output.FileLayout;
import io.terge.files.output.OutputFile;
import io.terge.files.output.Span;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The layout of a zip archive that is written: where every entry will be. Parameters are stored,
 * not compressed. The same entries give the same bytes: the date of all of them is 1 January 1980.
 * Immutable.
 *
 * <p>Pass {@link #file()} and {@code layout::complete} to {@link
 * io.terge.files.output.ModelOutput}.
 *
 * @since 0.1
 */
public final class ZipLayout {

    private final List<PlannedEntry> entries;
    private final Map<String, Span> parameters = new LinkedHashMap<>();
    private final FileLayout file;

    ZipLayout(List<PlannedEntry> entries) {
        this.entries = List.copyOf(entries);
        for (PlannedEntry entry : entries) {
            if (entry.source() instanceof ParameterContent content) {
                long start = entry.start() + content.prefix().length;
                add(content.parameter(), new Span(start, content.parameterSize()));
            }
        }
        this.file = FileLayout.of(new byte[0], parameters);
    }

    private void add(String parameter, Span place) {
        if (parameters.put(parameter, place) != null) {
            throw new IllegalArgumentException("Parameter " + parameter + " is in two entries");
        }
    }

    /** Returns a builder of a layout without entries. */
    public static ZipLayoutBuilder builder() {
        return new ZipLayoutBuilder();
    }

    /** The positions of the parameters; {@link #complete} fills the gaps between them. */
    public FileLayout file() {
        return file;
    }

    /** Returns the position of each parameter, by name. */
    public Map<String, Span> parameters() {
        return Map.copyOf(parameters);
    }

    /**
     * Writes everything else, when all parameters are in the file: a {@link FileCompletion}. Reads
     * the parameters once, for their checksums.
     *
     * @throws IOException if the file, or an archive that is copied from, cannot be read or written
     */
    public void complete(OutputFile file) throws IOException {
        long end = entries.isEmpty() ? 0 : entries.getLast().end();
        DirectoryOutput directory = new DirectoryOutput(file, end);
        for (PlannedEntry entry : entries) {
            int crc = entry.source().complete(file, entry.start());
            file.write(entry.local(), MemorySegment.ofBuffer(entry.localHeader(crc)));
            directory.add(entry.centralHeader(crc));
        }
        directory.finish();
    }
}
