package io.terge.pytorch;

import io.terge.pytorch.pickle.PickleBool;
import io.terge.pytorch.pickle.PickleDict;
import io.terge.pytorch.pickle.PickleGlobal;
import io.terge.pytorch.pickle.PickleInt;
import io.terge.pytorch.pickle.PickleObject;
import io.terge.pytorch.pickle.PicklePersistent;
import io.terge.pytorch.pickle.PickleText;
import io.terge.pytorch.pickle.PickleTuple;
import io.terge.pytorch.pickle.PickleValue;

import java.util.stream.Collectors;

/** The text of what a pickle of a state dict means, a line for each tensor. */
final class PickleTree {

    private PickleTree() {}

    static String of(PickleValue value) {
        return switch (value) {
            case PickleText(String text) -> "'" + text + "'";
            case PickleInt(long number) -> Long.toString(number);
            case PickleBool(boolean truth) -> Boolean.toString(truth);
            case PickleGlobal global -> global.dotted();
            case PickleTuple tuple ->
                    tuple.items().stream()
                            .map(PickleTree::of)
                            .collect(Collectors.joining(", ", "(", ")"));
            case PicklePersistent reference -> "<" + of(reference.id()) + ">";
            case PickleDict dict ->
                    dict.entries().stream()
                            .map(entry -> of(entry.key()) + ": " + of(entry.value()) + "\n")
                            .collect(Collectors.joining("", "{", "}"));
            case PickleObject object ->
                    object.dotted()
                            + of(object.arguments())
                            + of(object.entries())
                            + object.state().map(PickleTree::of).orElse("");
            default -> throw new AssertionError("Not in a state dict: " + value);
        };
    }
}
