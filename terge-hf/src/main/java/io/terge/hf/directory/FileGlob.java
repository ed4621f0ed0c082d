package io.terge.hf.directory;

/**
 * A pattern of file names: {@code *} is any text, {@code ?} one character. A pattern that matches a
 * directory matches all files in it.
 *
 * @param pattern the pattern
 */
record FileGlob(String pattern) {

    FileGlob {
        pattern = pattern.endsWith("/") ? pattern.substring(0, pattern.length() - 1) : pattern;
    }

    boolean matches(String name) {
        for (int end = name.indexOf('/'); end >= 0; end = name.indexOf('/', end + 1)) {
            if (matchesWhole(name.substring(0, end))) {
                return true;
            }
        }
        return matchesWhole(name);
    }

    // Only the last star is ever tried again, so the time is bounded by the product of the lengths.
    private boolean matchesWhole(String text) {
        int at = 0;
        int star = -1;
        int resume = 0;
        int i = 0;
        while (i < text.length()) {
            char expected = at < pattern.length() ? pattern.charAt(at) : 0;
            if (expected == '*') {
                star = at++;
                resume = i;
            } else if (at < pattern.length() && (expected == '?' || expected == text.charAt(i))) {
                at++;
                i++;
            } else if (star >= 0) {
                at = star + 1;
                i = ++resume;
            } else {
                return false;
            }
        }
        return pattern.substring(at).chars().allMatch(rest -> rest == '*');
    }
}
