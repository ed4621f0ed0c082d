package io.terge.pytorch.write;

import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.files.Quoted;
import io.terge.pytorch.tensor.TorchType;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The pickle of a state dict: a dictionary from names to calls that make tensors, which are
 * contiguous and have a storage each. The names of one tensor follow each other.
 */
final class StateDictPickle {

    private final Pickler pickler = new Pickler();

    private StateDictPickle() {}

    /**
     * Returns the pickle.
     *
     * @param parameters the parameters; the storage of each has its index as the key
     * @param names all names of each parameter, its own first
     */
    static byte[] of(List<ParameterSpec> parameters, Map<String, List<String>> names) {
        StateDictPickle pickle = new StateDictPickle();
        pickle.pickler.emptyDict().mark();
        for (int i = 0; i < parameters.size(); i++) {
            ParameterSpec spec = parameters.get(i);
            for (String name : names.getOrDefault(spec.name(), List.of(spec.name()))) {
                pickle.add(name, spec, i);
            }
        }
        return pickle.pickler.setItems().stop();
    }

    private void add(String name, ParameterSpec spec, int key) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(name)) {
            throw refused(
                    "A PyTorch file cannot contain the name %s, which cannot be encoded in UTF-8"
                            .formatted(Quoted.of(name)),
                    "rename the parameter");
        }
        TorchType type = typeOf(spec);
        pickler.text(name);
        boolean isTyped = type.storage().isPresent();
        pickler.global("torch._utils", isTyped ? "_rebuild_tensor_v2" : "_rebuild_tensor_v3");
        pickler.mark();
        addStorage(type, spec, key);
        pickler.number(0).numbers(spec.shape().dimensions()).numbers(strides(spec.shape()));
        pickler.no(); // It requires no gradient.
        pickler.global("collections", "OrderedDict").emptyTuple().call(); // It has no hooks.
        if (!isTyped) {
            pickler.global("torch", type.name());
        }
        pickler.tuple().call();
    }

    private void addStorage(TorchType type, ParameterSpec spec, int key) {
        pickler.mark().text("storage");
        type.storage()
                .ifPresentOrElse(
                        storage -> pickler.global("torch", storage),
                        () -> pickler.global("torch.storage", "UntypedStorage"));
        pickler.text(Integer.toString(key)).text("cpu");
        pickler.number(type.storage().isPresent() ? spec.elements() : spec.byteSize());
        pickler.tuple().persistent();
    }

    private static TorchType typeOf(ParameterSpec spec) {
        return TorchType.of(spec.dtype())
                .orElseThrow(
                        () ->
                                refused(
                                        "PyTorch has no type for %s, which is %s"
                                                .formatted(Quoted.of(spec.name()), spec.dtype()),
                                        "choose another format"));
    }

    private static List<Long> strides(Shape shape) {
        List<Long> strides = new ArrayList<>();
        long stride = 1;
        for (int i = shape.rank() - 1; i >= 0; i--) {
            strides.add(stride);
            stride *= Math.max(1, shape.dimension(i));
        }
        return strides.reversed();
    }

    private static TergeException refused(String wrong, String fix) {
        return new TergeException(Problem.of(TergeCode.OUTPUT_NOT_SUPPORTED, wrong).fix(fix));
    }
}
