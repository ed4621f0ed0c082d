package io.terge.pytorch.pickle;

import io.terge.error.TergeException;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Records what Python would look up and call. */
final class Calls {

    private static final int LONGEST_NAME = 4096;

    private final PickleInput input;
    private final PickleStack stack;
    private final Texts texts;
    private final NamedGlobals globals;
    private final AttributeGetter attributes;

    Calls(PickleInput input, PickleStack stack, Texts texts, NamedGlobals globals) {
        this.input = input;
        this.stack = stack;
        this.texts = texts;
        this.globals = globals;
        this.attributes = new AttributeGetter(input, globals);
    }

    void run(Opcode opcode) throws IOException {
        switch (opcode) {
            case GLOBAL -> stack.make(namedByLines());
            case STACK_GLOBAL -> stack.make(namedByTexts());
            case PERSID -> stack.make(persistentLine());
            case BINPERSID -> stack.make(new PicklePersistent(stack.pop(opcode)));
            case REDUCE -> reduce();
            case NEWOBJ -> call(opcode, PickleCall.NEWOBJ);
            case NEWOBJ_EX -> callWithKeywords();
            case OBJ -> callOfMark();
            case INST -> callOfLines();
            case BUILD -> build();
            default -> throw new AssertionError(opcode);
        }
    }

    private PickleGlobal namedByLines() throws IOException {
        String module = texts.utf8Line(LONGEST_NAME);
        return globals.name(module, texts.utf8Line(LONGEST_NAME));
    }

    private PickleGlobal namedByTexts() {
        PickleValue name = stack.pop(Opcode.STACK_GLOBAL);
        PickleValue module = stack.pop(Opcode.STACK_GLOBAL);
        if (!(module instanceof PickleText(String moduleText)
                && name instanceof PickleText(String nameText))) {
            throw input.invalid("STACK_GLOBAL expected two strings");
        }
        if (Math.max(moduleText.length(), nameText.length()) > LONGEST_NAME) {
            throw input.tooLarge("a name is longer than %d characters".formatted(LONGEST_NAME));
        }
        return globals.name(moduleText, nameText);
    }

    private PicklePersistent persistentLine() throws IOException {
        return new PicklePersistent(new PickleText(texts.utf8Line(LONGEST_NAME)));
    }

    private void reduce() {
        PickleValue arguments = stack.pop(Opcode.REDUCE);
        if (AttributeGetter.is(stack.top(Opcode.REDUCE))) {
            stack.discard();
            stack.make(attributes.name(arguments(Opcode.REDUCE, arguments)));
        } else {
            stack.push(arguments);
            call(Opcode.REDUCE, PickleCall.REDUCE);
        }
    }

    private void call(Opcode opcode, PickleCall call) {
        PickleTuple arguments = arguments(opcode, stack.pop(opcode));
        PickleValue callable = callable(opcode, stack.pop(opcode));
        stack.make(new PickleObject(call, callable, arguments, Optional.empty()));
    }

    private void callWithKeywords() {
        PickleValue keywords = stack.pop(Opcode.NEWOBJ_EX);
        PickleTuple arguments = arguments(Opcode.NEWOBJ_EX, stack.pop(Opcode.NEWOBJ_EX));
        PickleValue callable = callable(Opcode.NEWOBJ_EX, stack.pop(Opcode.NEWOBJ_EX));
        stack.make(
                new PickleObject(PickleCall.NEWOBJ_EX, callable, arguments, Optional.of(keywords)));
    }

    private void callOfMark() {
        List<PickleValue> above = stack.popToMark(Opcode.OBJ);
        if (above.isEmpty()) {
            throw input.invalid("OBJ finds no class on the stack");
        }
        PickleValue type = callable(Opcode.OBJ, above.getFirst());
        PickleTuple arguments = new PickleTuple(above.subList(1, above.size()));
        stack.make(new PickleObject(PickleCall.OBJ, type, arguments, Optional.empty()));
    }

    private void callOfLines() throws IOException {
        PickleGlobal type = namedByLines();
        if (AttributeGetter.is(type)) {
            throw AttributeGetter.misused(input);
        }
        PickleTuple arguments = new PickleTuple(stack.popToMark(Opcode.INST));
        stack.make(new PickleObject(PickleCall.INST, type, arguments, Optional.empty()));
    }

    private PickleValue callable(Opcode opcode, PickleValue value) {
        return switch (value) {
            case PickleGlobal global -> global;
            case PickleObject object -> object;
            case PicklePersistent reference -> reference;
            default ->
                    throw input.invalid(
                            "%s expected a function or class, got %s"
                                    .formatted(opcode, GlobalNames.kind(value)));
        };
    }

    private PickleTuple arguments(Opcode opcode, PickleValue value) {
        if (value instanceof PickleTuple tuple) {
            return tuple;
        }
        throw input.invalid(
                "%s expected a tuple of arguments, got %s"
                        .formatted(opcode, GlobalNames.kind(value)));
    }

    private void build() {
        PickleValue state = stack.pop(Opcode.BUILD);
        switch (stack.top(Opcode.BUILD)) {
            case PickleObject object when object.state().isPresent() ->
                    throw input.invalid("BUILD gives an object a second state");
            case PickleObject object -> object.state(state);
            case PickleGlobal global -> throw changed(global);
            case PickleValue other ->
                    throw input.invalid("BUILD expected an object, got " + GlobalNames.kind(other));
        }
    }

    /**
     * Python would set the attributes of the module, class or function itself, for all its users.
     */
    private TergeException changed(PickleGlobal global) {
        return Hostility.refuse(input, "changes", global);
    }
}
