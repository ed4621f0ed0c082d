package io.terge.files.staging;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.stream.IntStream;

/** The names of what is kept beside a target: {@code TARGET.backup-1}, and so on. */
final class BackupName {

    private BackupName() {}

    /** Returns the first name that is free. */
    static Path next(Path target) {
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> target.resolveSibling(name(target, number)))
                .filter(path -> !Files.exists(path, LinkOption.NOFOLLOW_LINKS))
                .findFirst()
                .orElseThrow();
    }

    private static String name(Path target, int number) {
        return target.getFileName() + ".backup-" + number;
    }
}
