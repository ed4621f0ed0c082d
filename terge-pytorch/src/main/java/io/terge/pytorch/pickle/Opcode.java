package io.terge.pytorch.pickle;

import java.util.Optional;

/** The instructions of protocols 0 to 5, with the names of Python's {@code pickletools}. */
enum Opcode {
    PROTO(0x80, Group.FRAMING),
    FRAME(0x95, Group.FRAMING),
    STOP('.', Group.FRAMING),

    NONE('N', Group.NUMBER),
    NEWTRUE(0x88, Group.NUMBER),
    NEWFALSE(0x89, Group.NUMBER),
    INT('I', Group.NUMBER),
    BININT('J', Group.NUMBER),
    BININT1('K', Group.NUMBER),
    BININT2('M', Group.NUMBER),
    LONG('L', Group.NUMBER),
    LONG1(0x8a, Group.NUMBER),
    LONG4(0x8b, Group.NUMBER),
    FLOAT('F', Group.NUMBER),
    BINFLOAT('G', Group.NUMBER),

    STRING('S', Group.TEXT),
    BINSTRING('T', Group.TEXT),
    SHORT_BINSTRING('U', Group.TEXT),
    UNICODE('V', Group.TEXT),
    SHORT_BINUNICODE(0x8c, Group.TEXT),
    BINUNICODE('X', Group.TEXT),
    BINUNICODE8(0x8d, Group.TEXT),
    BINBYTES('B', Group.TEXT),
    SHORT_BINBYTES('C', Group.TEXT),
    BINBYTES8(0x8e, Group.TEXT),
    BYTEARRAY8(0x96, Group.TEXT),

    EMPTY_LIST(']', Group.CONTAINER),
    APPEND('a', Group.CONTAINER),
    APPENDS('e', Group.CONTAINER),
    LIST('l', Group.CONTAINER),
    EMPTY_TUPLE(')', Group.CONTAINER),
    TUPLE('t', Group.CONTAINER),
    TUPLE1(0x85, Group.CONTAINER),
    TUPLE2(0x86, Group.CONTAINER),
    TUPLE3(0x87, Group.CONTAINER),
    EMPTY_DICT('}', Group.CONTAINER),
    DICT('d', Group.CONTAINER),
    SETITEM('s', Group.CONTAINER),
    SETITEMS('u', Group.CONTAINER),
    EMPTY_SET(0x8f, Group.CONTAINER),
    ADDITEMS(0x90, Group.CONTAINER),
    FROZENSET(0x91, Group.CONTAINER),

    POP('0', Group.STACK),
    DUP('2', Group.STACK),
    MARK('(', Group.STACK),
    POP_MARK('1', Group.STACK),

    GET('g', Group.MEMO),
    BINGET('h', Group.MEMO),
    LONG_BINGET('j', Group.MEMO),
    PUT('p', Group.MEMO),
    BINPUT('q', Group.MEMO),
    LONG_BINPUT('r', Group.MEMO),
    MEMOIZE(0x94, Group.MEMO),

    GLOBAL('c', Group.CALL),
    STACK_GLOBAL(0x93, Group.CALL),
    PERSID('P', Group.CALL),
    BINPERSID('Q', Group.CALL),
    REDUCE('R', Group.CALL),
    BUILD('b', Group.CALL),
    INST('i', Group.CALL),
    OBJ('o', Group.CALL),
    NEWOBJ(0x81, Group.CALL),
    NEWOBJ_EX(0x92, Group.CALL),

    EXT1(0x82, Group.UNSUPPORTED),
    EXT2(0x83, Group.UNSUPPORTED),
    EXT4(0x84, Group.UNSUPPORTED),
    NEXT_BUFFER(0x97, Group.UNSUPPORTED),
    READONLY_BUFFER(0x98, Group.UNSUPPORTED);

    /** What an instruction deals with. */
    enum Group {
        FRAMING,
        NUMBER,
        TEXT,
        CONTAINER,
        STACK,
        MEMO,
        CALL,
        UNSUPPORTED
    }

    private static final Opcode[] BY_CODE = byCode();

    private final int code;
    private final Group group;

    Opcode(int code, Group group) {
        this.code = code;
        this.group = group;
    }

    /** Returns the instruction that a byte stands for. */
    static Optional<Opcode> of(int code) {
        return Optional.ofNullable(BY_CODE[code]);
    }

    Group group() {
        return group;
    }

    private static Opcode[] byCode() {
        Opcode[] all = new Opcode[1 << Byte.SIZE];
        for (Opcode opcode : values()) {
            all[opcode.code] = opcode;
        }
        return all;
    }
}
