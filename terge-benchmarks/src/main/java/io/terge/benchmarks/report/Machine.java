package io.terge.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;

/**
 * Where and when something was measured.
 *
 * @param processor the model of the processor
 * @param processors how many of them, real or virtual
 * @param memoryBytes the memory of the machine, or 0 if it is not known
 * @param system the operating system and its version
 * @param java the Java runtime and its version
 * @param date the day, in UTC
 */
public record Machine(
        String processor,
        int processors,
        long memoryBytes,
        String system,
        String java,
        String date) {

    /** This machine, now. */
    public static Machine here() {
        return new Machine(
                field("/proc/cpuinfo", "model name", System.getProperty("os.arch", "unknown")),
                Runtime.getRuntime().availableProcessors(),
                kibibytes(field("/proc/meminfo", "MemTotal", "0")) * 1024,
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.vendor.version", System.getProperty("java.vendor", ""))
                        + ", "
                        + Runtime.version(),
                LocalDate.now(ZoneOffset.UTC).toString());
    }

    /** One line for people. */
    public String line() {
        String memory =
                memoryBytes > 0 ? Table.number(memoryBytes / 1e9, 1) + " GB of memory, " : "";
        return "%s, %d processors, %s%s, Java %s, %s"
                .formatted(processor, processors, memory, system, java, date);
    }

    private static String field(String file, String name, String otherwise) {
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(otherwise);
        } catch (IOException notLinux) {
            return otherwise;
        }
    }

    private static long kibibytes(String text) {
        return Long.parseLong(text.replace("kB", "").strip());
    }
}
