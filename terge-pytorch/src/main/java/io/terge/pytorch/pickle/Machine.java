package io.terge.pytorch.pickle;

import java.io.IOException;

/** Executes one pickle, with a stack and a memo. */
final class Machine {

    private static final int NEWEST_PROTOCOL = 5;

    private final PickleInput input;
    private final PickleLimits limits;
    private final PickleStack stack;
    private final PickleMemo memo;
    private final NamedGlobals globals;
    private final Numbers numbers;
    private final Texts texts;
    private final Containers containers;
    private final Calls calls;
    private int protocol;

    Machine(PickleInput input, PickleLimits limits, GlobalPolicy policy) {
        this.input = input;
        this.limits = limits;
        this.stack = new PickleStack(input, limits);
        this.memo = new PickleMemo(input, limits);
        this.globals = new NamedGlobals(input, policy);
        this.numbers = new Numbers(input, limits);
        this.texts = new Texts(input, limits);
        this.containers = new Containers(input, stack);
        this.calls = new Calls(input, stack, texts, globals);
    }

    Unpickled run() throws IOException {
        input.limit(limits.bytes());
        Opcode opcode = next();
        while (opcode != Opcode.STOP) {
            execute(opcode);
            opcode = next();
        }
        PickleValue value = stack.pop(opcode);
        globals.checkKnown();
        return new Unpickled(value, protocol, globals.inOrder(), input.position());
    }

    private Opcode next() throws IOException {
        int code = input.opcode();
        return Opcode.of(code)
                .orElseThrow(() -> input.invalid("0x%02x is not an instruction".formatted(code)));
    }

    private void execute(Opcode opcode) throws IOException {
        switch (opcode.group()) {
            case FRAMING -> frame(opcode);
            case NUMBER -> stack.make(numbers.read(opcode));
            case TEXT -> stack.make(texts.read(opcode));
            case CONTAINER -> containers.run(opcode);
            case STACK -> move(opcode);
            case MEMO -> memo.run(opcode, stack);
            case CALL -> calls.run(opcode);
            case UNSUPPORTED -> throw unsupported(opcode);
        }
    }

    private void frame(Opcode opcode) throws IOException {
        if (opcode == Opcode.FRAME) {
            // Frames only tell a reader how much to read ahead.
            input.require(input.littleEndian(Long.BYTES));
            return;
        }
        protocol = input.unsigned();
        if (protocol > NEWEST_PROTOCOL) {
            throw input.unsupported(
                    "protocol %d is not supported, only 0 to %d"
                            .formatted(protocol, NEWEST_PROTOCOL));
        }
    }

    private void move(Opcode opcode) {
        switch (opcode) {
            case POP -> stack.discard();
            case DUP -> stack.push(stack.top(opcode));
            case MARK -> stack.mark();
            case POP_MARK -> stack.popToMark(opcode);
            default -> throw new AssertionError(opcode);
        }
    }

    private RuntimeException unsupported(Opcode opcode) {
        return switch (opcode) {
            case NEXT_BUFFER, READONLY_BUFFER ->
                    input.unsupported(opcode + " refers to a buffer outside the pickle");
            default ->
                    input.unsupported(
                            opcode + " refers to a registry of the program that wrote the pickle");
        };
    }
}
