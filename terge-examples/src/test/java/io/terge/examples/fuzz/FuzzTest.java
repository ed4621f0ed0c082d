package io.terge.examples.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Damaged models are read or rejected with a problem: no other exception, no hang, no exhausted
 * heap or stack. System properties: {@code terge.fuzz.mutants} is their number, for all formats
 * together; {@code terge.fuzz.first} is the number of the first one; {@code terge.fuzz.format} is
 * the only format to fuzz.
 */
class FuzzTest {

    private static final long MUTANTS = Long.getLong("terge.fuzz.mutants", 5_000);
    private static final long FIRST = Long.getLong("terge.fuzz.first", 0);
    private static final String FORMAT = System.getProperty("terge.fuzz.format", "");

    @TempDir private Path folder;

    @TestFactory
    Stream<DynamicTest> mutantsAreReadOrRejected() throws IOException {
        Path modules = Objects.requireNonNull(Path.of("").toAbsolutePath().getParent());
        List<Format> formats =
                new Formats(folder, new Seeds(modules))
                        .all().stream()
                                .filter(one -> FORMAT.isEmpty() || FORMAT.equals(one.name()))
                                .toList();
        assertThat(formats).isNotEmpty();
        long each = Math.max(1, MUTANTS / formats.size());
        return formats.stream()
                .map(one -> DynamicTest.dynamicTest(one.name(), () -> fuzz(one, each)));
    }

    private void fuzz(Format format, long count) throws InterruptedException {
        long accepted = new Campaign(folder.resolve("mutant")).run(format, FIRST, count);
        // Else the mutants are too mild, or so damaged that they do not get far.
        if (count >= 100) {
            assertThat(accepted).isBetween(count / 100, count - count / 100);
        }
    }
}
