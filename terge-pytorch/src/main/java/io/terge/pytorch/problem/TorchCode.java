package io.terge.pytorch.problem;

import io.terge.error.ErrorCode;

/** Problems specific to PyTorch files; pickles and zip archives have codes of their own. */
public enum TorchCode implements ErrorCode {
    /** A file is not one that PyTorch writes, or contradicts itself. */
    TORCH_INVALID(Kind.REJECTED),
    /** A file has a layout, or a byte order, that is not supported. */
    TORCH_UNSUPPORTED(Kind.REJECTED),
    /** A tensor's type, shape, strides and storage do not fit together. */
    TORCH_TENSOR_INVALID(Kind.REJECTED),
    /** A tensor is of a kind that is not supported, such as a quantized or a sparse one. */
    TORCH_TENSOR_UNSUPPORTED(Kind.REJECTED),
    /** There is no state dict where one is expected. */
    TORCH_NO_STATE_DICT(Kind.REJECTED),
    /** A file contains several state dicts, and none is chosen. */
    TORCH_SEVERAL_STATE_DICTS(Kind.REJECTED),
    /** A file contains objects that are not tensors, and that are not read. */
    TORCH_OBJECTS_IGNORED(Kind.WARNING);

    private final Kind kind;

    TorchCode(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
