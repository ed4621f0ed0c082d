package io.terge.pytorch.pickle;

/**
 * How a pickle asks for an object: the instruction.
 *
 * @since 0.1
 */
public enum PickleCall {
    /** {@code callable(*arguments)}. */
    REDUCE,
    /** {@code callable.__new__(callable, *arguments)}. */
    NEWOBJ,
    /** {@code callable.__new__(callable, *arguments, **keywords)}. */
    NEWOBJ_EX,
    /** An instance of a class of Python 2; the class was on the stack. */
    OBJ,
    /** An instance of a class of Python 2; the class was named by the instruction. */
    INST
}
