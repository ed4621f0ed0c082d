package io.terge.files.staging;

import io.terge.files.Directory;
import io.terge.files.DirectoryFormat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The permissions of weights that are replaced: their successors may be divided into other files.
 *
 * @param format decides which files are weights
 * @param old the directory that they are in
 */
record WeightPermissions(DirectoryFormat format, Path old) {

    /** Gives new weights the permissions of the old ones. */
    void keep(Path content) throws IOException {
        Optional<Path> any = weights(old).filter(Files::exists).findFirst();
        for (Path file : weights(content).toList()) {
            Path before = old.resolve(file.getFileName().toString());
            Permissions.replace(Files.exists(before) ? before : any.orElse(before), file);
        }
    }

    private Stream<Path> weights(Path directory) throws IOException {
        return new Directory(directory)
                .entries().stream()
                        .filter(file -> format.isWeights(String.valueOf(file.getFileName())));
    }
}
