package io.terge.pytorch.pickle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What a pickle remembers, by index. Picklers count from 0; any other indices cost more. */
final class PickleMemo {

    private static final Pattern INDEX = Pattern.compile("[0-9]{1,18}");
    private static final int LONGEST_LINE = 32;

    private final PickleInput input;
    private final PickleLimits limits;
    private final ArrayList<PickleValue> dense = new ArrayList<>();
    private final Map<Long, PickleValue> sparse = new HashMap<>();

    PickleMemo(PickleInput input, PickleLimits limits) {
        this.input = input;
        this.limits = limits;
    }

    void run(Opcode opcode, PickleStack stack) throws IOException {
        switch (opcode) {
            case GET -> stack.push(get(line()));
            case BINGET -> stack.push(get(input.unsigned()));
            case LONG_BINGET -> stack.push(get(input.littleEndian(Integer.BYTES)));
            case PUT -> put(line(), stack.top(opcode));
            case BINPUT -> put(input.unsigned(), stack.top(opcode));
            case LONG_BINPUT -> put(input.littleEndian(Integer.BYTES), stack.top(opcode));
            case MEMOIZE -> put(size(), stack.top(opcode));
            default -> throw new AssertionError(opcode);
        }
    }

    private long size() {
        return (long) dense.size() + sparse.size();
    }

    private PickleValue get(long index) {
        if (index < dense.size()) {
            return dense.get((int) index);
        }
        PickleValue value = sparse.get(index);
        if (value == null) {
            throw input.invalid("the memo has no value " + index);
        }
        return value;
    }

    private void put(long index, PickleValue value) {
        if (index < dense.size()) {
            dense.set((int) index, value);
            return;
        }
        if (size() >= limits.memo() && !sparse.containsKey(index)) {
            throw input.tooLarge("the memo has more than %d values".formatted(limits.memo()));
        }
        if (index == dense.size()) {
            sparse.remove(index);
            dense.add(value);
        } else {
            sparse.put(index, value);
        }
    }

    private long line() throws IOException {
        String line = new String(input.line(LONGEST_LINE), StandardCharsets.ISO_8859_1);
        if (!INDEX.matcher(line).matches()) {
            throw input.invalid("an index of the memo is not a number");
        }
        return Long.parseLong(line);
    }
}
