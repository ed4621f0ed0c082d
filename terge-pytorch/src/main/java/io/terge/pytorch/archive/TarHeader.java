package io.terge.pytorch.archive;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises tar archives, old ones without a magic number too: by the sum of their header. */
final class TarHeader {

    private static final int SIZE = 512;
    private static final int MAGIC = 257;
    private static final int SUM = 148;
    private static final int SUM_SIZE = 8;
    private static final Pattern OCTAL = Pattern.compile("[ \\x00]*([0-7]{1,8})[ \\x00]*");

    private TarHeader() {}

    /**
     * Whether a file starts as a tar archive does.
     *
     * @param start its first bytes, a character each
     */
    static boolean isOne(String start) {
        if (start.length() < SIZE) {
            return false;
        }
        return start.startsWith("ustar", MAGIC) || hasSum(start);
    }

    private static boolean hasSum(String start) {
        Matcher stored = OCTAL.matcher(start.substring(SUM, SUM + SUM_SIZE));
        if (!stored.matches()) {
            return false;
        }
        int expected = Integer.parseInt(stored.group(1), 8);
        int unsigned = SUM_SIZE * ' ';
        int signed = unsigned;
        for (int i = 0; i < SIZE; i++) {
            if (i < SUM || i >= SUM + SUM_SIZE) {
                unsigned += start.charAt(i);
                signed += (byte) start.charAt(i); // As some programs have summed.
            }
        }
        return expected == unsigned || expected == signed;
    }
}
