package io.terge.pytorch.pickle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The stack of values and marks. Values below the last mark cannot be reached. */
final class PickleStack {

    private final PickleInput input;
    private final PickleLimits limits;
    private final ArrayList<PickleValue> values = new ArrayList<>();
    // The number of values below each mark.
    private int[] marks = new int[16];
    private int markCount;
    private int made;

    PickleStack(PickleInput input, PickleLimits limits) {
        this.input = input;
        this.limits = limits;
    }

    /** Pushes a value that has not been counted yet. */
    void make(PickleValue value) {
        if (++made > limits.values()) {
            throw input.tooLarge("the pickle has more than %d values".formatted(limits.values()));
        }
        push(value);
    }

    /** Pushes a value that exists already. */
    void push(PickleValue value) {
        checkDepth();
        values.add(value);
    }

    void mark() {
        checkDepth();
        if (markCount == marks.length) {
            marks = Arrays.copyOf(marks, 2 * marks.length);
        }
        marks[markCount++] = values.size();
    }

    /** Removes a value that becomes a part of something, or is what is used otherwise. */
    PickleValue pop(Opcode opcode) {
        PickleValue top = top(opcode);
        values.removeLast();
        return checked(top);
    }

    /** Only {@code REDUCE} knows what to do with it. */
    private PickleValue checked(PickleValue value) {
        if (AttributeGetter.is(value)) {
            throw AttributeGetter.misused(input);
        }
        return value;
    }

    PickleValue top(Opcode opcode) {
        if (values.size() <= floor()) {
            throw input.invalid(opcode + " finds too few values on the stack");
        }
        return values.getLast();
    }

    /** Removes the last mark, and returns and removes what is above it. */
    List<PickleValue> popToMark(Opcode opcode) {
        if (markCount == 0) {
            throw input.invalid(opcode + " finds no mark on the stack");
        }
        List<PickleValue> above = values.subList(marks[--markCount], values.size());
        List<PickleValue> popped = List.copyOf(above);
        above.clear();
        popped.forEach(this::checked);
        return popped;
    }

    /** Removes a value, or the mark that is on top. */
    void discard() {
        if (markCount > 0 && floor() == values.size()) {
            markCount--;
        } else {
            top(Opcode.POP);
            values.removeLast();
        }
    }

    private int floor() {
        return markCount == 0 ? 0 : marks[markCount - 1];
    }

    private void checkDepth() {
        if (values.size() + markCount >= limits.stack()) {
            throw input.tooLarge("the stack is deeper than " + limits.stack());
        }
    }
}
