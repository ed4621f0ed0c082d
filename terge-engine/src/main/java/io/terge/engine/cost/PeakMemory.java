package io.terge.engine.cost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The most memory that the process has had since its start, as the system counts it. */
public final class PeakMemory {

    private static final Pattern PEAK = Pattern.compile("(?m)^VmHWM:\\s+(\\d{1,15}) kB$");
    private static final int KIBIBYTE = 1024;

    private PeakMemory() {}

    /** Asks the system, in bytes; empty where it does not tell. */
    public static OptionalLong ofThisProcess() {
        return read(Path.of("/proc/self"));
    }

    /** Reads what Linux tells of a process in its directory. */
    static OptionalLong read(Path process) {
        try {
            Matcher peak = PEAK.matcher(Files.readString(process.resolve("status")));
            return peak.find()
                    ? OptionalLong.of(Long.parseLong(peak.group(1)) * KIBIBYTE)
                    : OptionalLong.empty();
        } catch (IOException otherSystem) {
            return OptionalLong.empty();
        }
    }
}
