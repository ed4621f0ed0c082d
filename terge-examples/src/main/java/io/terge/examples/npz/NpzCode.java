package io.terge.examples.npz;

import io.terge.error.ErrorCode;

/** What can be wrong with an npz file and with no other. */
enum NpzCode implements ErrorCode {
    /** A member is not a well-formed npy file. */
    NPZ_INVALID(Kind.REJECTED),
    /** An array is stored column by column. */
    NPZ_FORTRAN_ORDER(Kind.REJECTED),
    /** NumPy has no such type, or terge has no such type. */
    NPZ_UNSUPPORTED_TYPE(Kind.REJECTED),
    /** A member is not an array. */
    NPZ_MEMBER_IGNORED(Kind.WARNING);

    private final Kind kind;

    NpzCode(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
