package io.terge.pytorch.pickle;

import java.util.Set;

/** Names of what objects would have been made by, for messages. */
final class GlobalNames {

    private static final Set<String> RECONSTRUCTORS =
            Set.of("copyreg._reconstructor", "copy_reg._reconstructor");

    private static final int SHOWN_CALLS = 3;

    private GlobalNames() {}

    /** A chain of calls can be as long as the pickle: a loop, and few parentheses. */
    static String ofCall(PickleObject object) {
        PickleValue callable = object.callable();
        int calls = 0;
        while (callable instanceof PickleObject made) {
            callable = made.callable();
            calls++;
        }
        return name(callable) + "()".repeat(Math.min(calls, SHOWN_CALLS));
    }

    private static String name(PickleValue callable) {
        return switch (callable) {
            case PickleGlobal global -> global.dotted();
            // PyTorch's files before 1.6 refer to classes with their source code this way.
            case PicklePersistent reference
                    when reference.id() instanceof PickleTuple tuple
                            && tuple.items().size() > 1
                            && tuple.items().get(1) instanceof PickleGlobal type ->
                    type.dotted();
            default -> kind(callable);
        };
    }

    static String ofClass(PickleObject object) {
        String called = ofCall(object);
        return RECONSTRUCTORS.contains(called)
                        && !object.arguments().items().isEmpty()
                        && object.arguments().items().getFirst() instanceof PickleGlobal type
                ? type.dotted()
                : called;
    }

    /** What kind of value it is, for messages: short, and without its content. */
    static String kind(PickleValue value) {
        return switch (value) {
            case PickleNone none -> "None";
            case PickleBool bool -> "a bool";
            case PickleInt integer -> "an int";
            case PickleBigInt integer -> "an int";
            case PickleFloat number -> "a float";
            case PickleText text -> "a string";
            case PickleBytes bytes -> "bytes";
            case PickleList list -> "a list";
            case PickleTuple tuple -> "a tuple";
            case PickleDict dict -> "a dict";
            case PickleSet set -> "a set";
            case PickleGlobal global -> "a global";
            case PicklePersistent persistent -> "a persistent reference";
            case PickleObject object -> "an object";
        };
    }
}
