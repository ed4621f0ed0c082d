package io.terge.files;

import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * Names of the hidden directories in which outputs are built: {@code
 * .TARGET.terge-PROCESS-START-RANDOM}. Formats use {@link Directory#isForeign} instead.
 *
 * @since 0.1
 */
public final class StagingName {

    private static final String MARK = ".terge-";
    private static final String SUFFIX = Pattern.quote(MARK) + "[0-9a-z]+-[0-9a-z]+-[0-9a-z]+";
    private static final Pattern ANY = Pattern.compile("\\..+" + SUFFIX);

    private StagingName() {}

    /** Whether a name is such a name, of any target and process. */
    public static boolean isOne(String name) {
        return ANY.matcher(name).matches();
    }

    /** Returns a new name for a target and this process, different at every call. */
    public static String next(Path target) {
        String random = Long.toUnsignedString(ThreadLocalRandom.current().nextLong(), 36);
        return "." + target.getFileName() + MARK + owner() + "-" + random;
    }

    /** Whether a name is one for the target by another process. */
    public static boolean isOfAnotherProcess(String name, Path target) {
        return isOf(name, target) && !name.contains(MARK + owner() + "-");
    }

    /** Whether a name is one for the target by any process. */
    public static boolean isOf(String name, Path target) {
        return Pattern.matches(Pattern.quote("." + target.getFileName()) + SUFFIX, name);
    }

    /** The process and its start time: process numbers are reused, and repeat in containers. */
    private static String owner() {
        ProcessHandle process = ProcessHandle.current();
        long start = process.info().startInstant().map(i -> i.toEpochMilli()).orElse(0L);
        return Long.toString(process.pid(), 36) + "-" + Long.toString(start, 36);
    }
}
