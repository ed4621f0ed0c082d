package io.terge.hf;

import io.terge.error.ErrorCode;
import io.terge.error.Problem;
import io.terge.error.TergeException;
import io.terge.spi.CompanionFile;
import io.terge.spi.ModelBlueprint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/**
 * The files of a model directory while it is built.
 *
 * @param directory where they are made
 * @param opener makes them
 */
record DirectoryContent(Path directory, FileOpener opener) {

    /**
     * Makes the directory and all that is in it: the companions and the index complete, the weights
     * in their full size.
     */
    void fill(
            SafetensorsSink sink, Map<String, SafetensorsLayout> layouts, ModelBlueprint blueprint)
            throws IOException {
        Files.createDirectory(directory);
        for (CompanionFile companion : blueprint.companions()) {
            copy(companion);
        }
        if (layouts.size() > 1) {
            writeIndex(layouts);
        }
        for (Map.Entry<String, SafetensorsLayout> file : layouts.entrySet()) {
            Path path = directory.resolve(file.getKey());
            sink.add(WeightFile.create(path, file.getValue(), opener));
        }
    }

    private void copy(CompanionFile companion) throws IOException {
        Path copy =
                FileNames.within(directory, companion.name())
                        .orElseThrow(() -> unsafe(companion.name()));
        if (WeightNames.belong(directory.relativize(copy).toString())) {
            return; // It would stand beside the merged weights and contradict them.
        }
        Files.createDirectories(copy.resolveSibling(""));
        // Not Files.copy: the copy is to be writable, and durable before the commit.
        try (FileChannel from = FileChannel.open(companion.file(), StandardOpenOption.READ);
                FileChannel to = opener.create(copy)) {
            long size = from.size();
            for (long done = 0; done < size; ) {
                long count = from.transferTo(done, size - done, to);
                if (count <= 0) {
                    throw new IOException(
                            "%s became shorter while it was copied".formatted(companion.file()));
                }
                done += count;
            }
            Permissions.copy(companion.file(), copy);
            to.force(true);
        }
    }

    private void writeIndex(Map<String, SafetensorsLayout> layouts) throws IOException {
        ByteBuffer json = ByteBuffer.wrap(IndexJson.of(layouts));
        try (FileChannel channel = opener.create(directory.resolve(WeightNames.INDEX))) {
            while (json.hasRemaining()) {
                channel.write(json);
            }
            channel.force(true);
        }
    }

    private static TergeException unsafe(String name) {
        return new TergeException(
                Problem.of(
                        ErrorCode.UNSAFE_PATH,
                        "The companion file %s would be written outside of the output"
                                .formatted(Quoted.of(name))));
    }
}
