package io.terge.pytorch.pickle;

import io.terge.error.TergeException;

import java.util.List;
import java.util.Set;

/**
 * Python's {@code getattr}. Pickles of nested classes, of methods and of members of enumerations
 * call it with a class and a name, which is but another way to write a dotted name. Any other use
 * is hostile: it reaches whatever Python has.
 */
final class AttributeGetter {

    private static final Set<String> NAMES = Set.of("builtins.getattr", "__builtin__.getattr");

    /** Far more than the classes of any checkpoint, and few enough to keep in memory. */
    private static final int MOST = 10_000;

    private static final int LONGEST_NAME = 512;

    private final PickleInput input;
    private final NamedGlobals globals;
    private int calls;

    AttributeGetter(PickleInput input, NamedGlobals globals) {
        this.input = input;
        this.globals = globals;
    }

    static boolean is(PickleValue value) {
        return value instanceof PickleGlobal global && NAMES.contains(global.dotted());
    }

    /** Returns the refusal of a pickle that uses it in another way. */
    static TergeException misused(PickleInput input) {
        return Hostility.refuse(input, "gets attributes of arbitrary objects with 'getattr'");
    }

    /** Returns the name that a call stands for, which is checked as any other. */
    PickleGlobal name(PickleTuple arguments) {
        List<PickleValue> items = arguments.items();
        if (items.size() != 2
                || !(items.get(0) instanceof PickleGlobal global)
                || !(items.get(1) instanceof PickleText(String attribute))) {
            throw misused(input);
        }
        if (++calls > MOST) {
            throw input.tooLarge("the pickle looks up more than %d attributes".formatted(MOST));
        }
        if (global.name().length() + attribute.length() > LONGEST_NAME) {
            throw input.tooLarge("a name is longer than %d characters".formatted(LONGEST_NAME));
        }
        return globals.name(global.module(), global.name() + "." + attribute);
    }
}
