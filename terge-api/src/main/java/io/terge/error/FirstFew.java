package io.terge.error;

import java.util.Collection;
import java.util.List;

/**
 * Lists that are too long for a message: {@code "a, b, c and 4 more"}.
 *
 * @since 0.1
 */
public final class FirstFew {

    private FirstFew() {}

    /**
     * Returns the first items, and how many more there are.
     *
     * @param items all items, in the order to show them
     * @param most the maximum number of items that are shown
     */
    public static String of(Collection<String> items, int most) {
        return shown(items.stream().limit(most).toList(), items.size() - most);
    }

    /**
     * Returns all items that are known, and how many more there are.
     *
     * @param shown the items
     * @param more the number of others; nothing is said of them unless it is positive
     */
    public static String shown(List<String> shown, int more) {
        String listed = String.join(", ", shown);
        return more > 0 ? "%s and %d more".formatted(listed, more) : listed;
    }
}
