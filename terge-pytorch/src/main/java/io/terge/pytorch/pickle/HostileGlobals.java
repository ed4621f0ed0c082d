package io.terge.pytorch.pickle;

import java.util.List;

/**
 * Functions and modules that are made to run code, to open files or to reach the network, or that
 * lead to such functions. No list of this kind is complete. It does not protect terge, which calls
 * nothing, but those who would load the file with Python.
 */
final class HostileGlobals {

    /** No entry has more parts. */
    private static final int LONGEST = 6;

    private HostileGlobals() {}

    static boolean contains(PickleGlobal global) {
        if (HostileNames.HARMLESS.contains(global.dotted())) {
            return false;
        }
        List<String> path = List.of(global.dotted().split("\\.", -1));
        int nameStart = global.module().split("\\.", -1).length;
        boolean dottedName = path.size() > nameStart + 1;
        for (int start = 0; start < path.size(); start++) {
            boolean lookedUp = start == 0 || (dottedName && isAttribute(path, start, nameStart));
            if (startsHere(path, start, lookedUp)
                    || (dottedName && start >= nameStart && isSpecial(path.get(start)))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a module may be found here; not in a class, where words are those of its author. */
    private static boolean isAttribute(List<String> path, int start, int nameStart) {
        return start == nameStart || start > nameStart && !startsWithCapital(path.get(start - 1));
    }

    private static boolean startsWithCapital(String name) {
        return !name.isEmpty() && Character.isUpperCase(name.charAt(0));
    }

    /** Whether it is an attribute that Python itself defines, such as {@code __class__}. */
    private static boolean isSpecial(String name) {
        return name.startsWith("__") && name.endsWith("__");
    }

    private static boolean startsHere(List<String> path, int start, boolean lookedUp) {
        StringBuilder part = new StringBuilder();
        for (int end = start; end < Math.min(path.size(), start + LONGEST); end++) {
            part.append(end == start ? "" : ".").append(path.get(end));
            String entry = part.toString();
            if (HostileNames.ANYWHERE.contains(entry)
                    || HostileNames.ANYWHERE.contains(imported(entry))
                    || (lookedUp && HostileNames.AT_START.contains(entry))) {
                return true;
            }
        }
        return false;
    }

    /** Modules are often imported under a private name: {@code random._os} is {@code os}. */
    private static String imported(String entry) {
        return entry.startsWith("_") && !entry.startsWith("__") ? entry.substring(1) : entry;
    }
}
