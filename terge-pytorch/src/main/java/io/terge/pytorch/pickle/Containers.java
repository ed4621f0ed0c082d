package io.terge.pytorch.pickle;

import java.util.List;

/** Makes and fills lists, tuples, dictionaries and sets. */
final class Containers {

    private final PickleInput input;
    private final PickleStack stack;

    Containers(PickleInput input, PickleStack stack) {
        this.input = input;
        this.stack = stack;
    }

    void run(Opcode opcode) {
        switch (opcode) {
            case EMPTY_LIST -> stack.make(new PickleList());
            case LIST -> stack.make(list(stack.popToMark(opcode)));
            case APPEND -> append(opcode, List.of(stack.pop(opcode)));
            case APPENDS, ADDITEMS -> append(opcode, stack.popToMark(opcode));
            case EMPTY_TUPLE -> stack.make(new PickleTuple(List.of()));
            case TUPLE -> stack.make(new PickleTuple(stack.popToMark(opcode)));
            case TUPLE1, TUPLE2, TUPLE3 -> stack.make(tuple(opcode));
            case EMPTY_DICT -> stack.make(new PickleDict());
            case DICT -> makeDict(stack.popToMark(opcode));
            case SETITEM -> setItem();
            case SETITEMS -> setItems(opcode, stack.popToMark(opcode));
            case EMPTY_SET -> stack.make(new PickleSet());
            case FROZENSET -> stack.make(set(stack.popToMark(opcode)));
            default -> throw new AssertionError(opcode);
        }
    }

    private static PickleList list(List<PickleValue> items) {
        PickleList list = new PickleList();
        list.addAll(items);
        return list;
    }

    private static PickleSet set(List<PickleValue> items) {
        PickleSet set = new PickleSet();
        set.addAll(items);
        return set;
    }

    private PickleTuple tuple(Opcode opcode) {
        PickleValue last = stack.pop(opcode);
        if (opcode == Opcode.TUPLE1) {
            return new PickleTuple(List.of(last));
        }
        PickleValue middle = stack.pop(opcode);
        return opcode == Opcode.TUPLE2
                ? new PickleTuple(List.of(middle, last))
                : new PickleTuple(List.of(stack.pop(opcode), middle, last));
    }

    private void makeDict(List<PickleValue> pairs) {
        stack.make(new PickleDict());
        setItems(Opcode.DICT, pairs);
    }

    private void setItem() {
        PickleValue value = stack.pop(Opcode.SETITEM);
        setItems(Opcode.SETITEM, List.of(stack.pop(Opcode.SETITEM), value));
    }

    private void append(Opcode opcode, List<PickleValue> items) {
        PickleValue into = stack.top(opcode);
        switch (into) {
            case PickleList list when opcode != Opcode.ADDITEMS -> list.addAll(items);
            case PickleSet set when opcode == Opcode.ADDITEMS -> set.addAll(items);
            case PickleObject object -> object.addAll(items);
            default -> {
                String wanted = opcode == Opcode.ADDITEMS ? "a set" : "a list";
                throw unfit(opcode, wanted, into);
            }
        }
    }

    private void setItems(Opcode opcode, List<PickleValue> pairs) {
        if (pairs.size() % 2 != 0) {
            throw input.invalid(opcode + " finds a key without a value");
        }
        PickleValue into = stack.top(opcode);
        for (int i = 0; i < pairs.size(); i += 2) {
            switch (into) {
                case PickleDict dict -> dict.put(pairs.get(i), pairs.get(i + 1));
                case PickleObject object -> object.put(pairs.get(i), pairs.get(i + 1));
                default -> throw unfit(opcode, "a dict", into);
            }
        }
    }

    private RuntimeException unfit(Opcode opcode, String wanted, PickleValue found) {
        return input.invalid(
                "%s expected %s or an object, got %s"
                        .formatted(opcode, wanted, GlobalNames.kind(found)));
    }
}
