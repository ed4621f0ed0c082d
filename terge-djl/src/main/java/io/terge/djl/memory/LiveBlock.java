package io.terge.djl.memory;

import ai.djl.Model;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.SymbolBlock;
import ai.djl.util.Pair;

import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.files.Quoted;
import io.terge.model.ModelReference;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The parameters of a block, each with its array.
 *
 * @param label the name of the model in messages
 * @param isSymbolic whether the block was loaded from a file with its graph, such as TorchScript
 * @param arrays the arrays by the full names that DJL gives them, in the order of the block
 */
record LiveBlock(String label, boolean isSymbolic, SequencedMap<String, LiveArray> arrays) {

    /** Looks at every parameter of a model or block. */
    static LiveBlock of(ModelReference reference) {
        String label = reference.describe();
        Block block = block(reference);
        SequencedMap<String, LiveArray> arrays = new LinkedHashMap<>();
        for (Pair<String, Parameter> pair : block.getParameters()) {
            LiveArray array = array(label, pair.getKey(), pair.getValue());
            if (arrays.put(pair.getKey(), array) != null) {
                throw new TergeException(
                        Problem.of(
                                TergeCode.DUPLICATE_NAME,
                                "%s has two parameters named %s"
                                        .formatted(label, Quoted.of(pair.getKey()))));
            }
        }
        return new LiveBlock(label, block instanceof SymbolBlock, arrays);
    }

    /** The names of arrays that are an earlier name's array: from their own name to the other. */
    Map<String, String> ties() {
        Map<Object, String> first = new LinkedHashMap<>();
        Map<String, String> ties = new LinkedHashMap<>();
        arrays.forEach(
                (name, array) -> {
                    String other = first.putIfAbsent(array.identity(), name);
                    if (other != null && array.spec().byteSize() > 0) {
                        ties.put(name, other);
                    }
                });
        return ties;
    }

    private static Block block(ModelReference reference) {
        if (reference instanceof ModelReference.InMemory(Object model, String label)) {
            if (model instanceof Block block) {
                return block;
            }
            if (model instanceof Model whole) {
                return Optional.ofNullable(whole.getBlock())
                        .orElseThrow(
                                () ->
                                        new TergeException(
                                                Problem.of(
                                                                DjlCode.DJL_NOT_INITIALIZED,
                                                                "%s has no block".formatted(label))
                                                        .fix("call setBlock or load the model")));
            }
        }
        throw new TergeException(
                Problem.of(
                                TergeCode.MODEL_NOT_RECOGNIZED,
                                "%s is not a DJL model or block".formatted(reference.describe()))
                        .fix("choose another adapter (--adapter NAME, in Java .adapter(...))"));
    }

    private static LiveArray array(String label, String name, Parameter parameter) {
        String subject = "Parameter %s of %s".formatted(Quoted.of(name), label);
        if (!parameter.isInitialized()) {
            throw new TergeException(
                    Problem.of(DjlCode.DJL_NOT_INITIALIZED, subject + " has no values yet")
                            .fix(
                                    "call block.initialize(manager, dataType, inputShapes), or load"
                                            + " its parameters"));
        }
        try {
            DataType type = parameter.getArray().getDataType();
            return DataTypes.dtype(type)
                    .map(dtype -> LiveArray.of(name, dtype, parameter.getArray()))
                    .orElseThrow(() -> unsupported(subject, type));
        } catch (IllegalStateException released) {
            throw new TergeException(
                    Problem.of(DjlCode.DJL_CLOSED, subject + " has been closed")
                            .fix("merge before the model or its NDManager is closed"),
                    released);
        }
    }

    // DJL shows bfloat16 and others as UNKNOWN, and gives no bytes of them.
    private static TergeException unsupported(String subject, DataType type) {
        return new TergeException(
                Problem.of(
                                DjlCode.DJL_TYPE_NOT_SUPPORTED,
                                "%s has a type that DJL cannot read (%s)"
                                        .formatted(subject, type.name()))
                        .note("supported: " + DataTypes.names())
                        .fix("merge the model's file instead of the loaded model"));
    }
}
