package io.terge.files;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
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

    /** File systems allow 255 bytes; process, time and random number take up to 45. */
    private static final int LONGEST = 200;

    private static final int SHORTENED = 120;

    private StagingName() {}

    /** Whether a name is such a name, of any target and process. */
    public static boolean isOne(String name) {
        return ANY.matcher(name).matches();
    }

    /** Returns a new name for a target and this process, different at every call. */
    public static String next(Path target) {
        String random = Long.toUnsignedString(ThreadLocalRandom.current().nextLong(), 36);
        return "." + stem(target) + MARK + owner() + "-" + random;
    }

    /** Whether a name is one for the target by another process. */
    public static boolean isOfAnotherProcess(String name, Path target) {
        return isOf(name, target) && !name.contains(MARK + owner() + "-");
    }

    /** Whether a name is one for the target by any process. */
    public static boolean isOf(String name, Path target) {
        return Pattern.matches(Pattern.quote("." + stem(target)) + SUFFIX, name);
    }

    /** The target's name, or what stands for it where the whole would be too long for a name. */
    private static String stem(Path target) {
        String name = String.valueOf(target.getFileName());
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= LONGEST) {
            return name;
        }
        // A character has at most four bytes.
        String start = name.substring(0, name.offsetByCodePoints(0, SHORTENED / 4));
        return start + "~" + UUID.nameUUIDFromBytes(bytes);
    }

    /** The process and its start time: process numbers are reused, and repeat in containers. */
    private static String owner() {
        ProcessHandle process = ProcessHandle.current();
        long start = process.info().startInstant().map(i -> i.toEpochMilli()).orElse(0L);
        return Long.toString(process.pid(), 36) + "-" + Long.toString(start, 36);
    }
}
