package io.terge.pytorch.tensor;

import io.terge.error.TergeException;
import io.terge.files.Quoted;
import io.terge.pytorch.pickle.PickleGlobal;
import io.terge.pytorch.pickle.PickleObject;
import io.terge.pytorch.pickle.PickleTuple;
import io.terge.pytorch.pickle.PickleValue;
import io.terge.pytorch.problem.TorchCode;

import java.util.List;
import java.util.Set;

/**
 * Reads the calls that make tensors, without making any call.
 *
 * @param subject what messages call the file, quoted
 */
public record TensorReader(String subject) {

    /** Calls whose first argument is the tensor. */
    private static final Set<String> WRAPPERS =
            Set.of(
                    "torch._utils._rebuild_parameter",
                    "torch._utils._rebuild_parameter_with_state",
                    "torch.nn.parameter.Parameter",
                    "torch.nn.parameter.Buffer");

    /** A subclass of tensors: a function, the class, the arguments of the function, the state. */
    private static final String SUBCLASS = "torch._tensor._rebuild_from_type_v2";

    private static final Set<String> VIEWS =
            Set.of(
                    "torch._utils._rebuild_tensor",
                    "torch._utils._rebuild_tensor_v2",
                    "torch._utils._rebuild_tensor_v3");

    private static final List<String> FUNCTIONS =
            List.of("torch._utils._rebuild_", "torch._tensor._rebuild_");

    /** A parameter of a subclass of a subclass is common, more is not. */
    private static final int MAX_DEPTH = 16;

    /** Whether a global is one of those that tensors are made with. */
    public static boolean knows(PickleGlobal global) {
        String name = global.dotted();
        return isTensorFunction(name)
                || name.equals("torch.Size")
                || name.equals("torch.Tensor")
                || name.equals("torch.storage.UntypedStorage")
                || global.module().equals("torch")
                        && (TorchType.named(global.name()).isPresent()
                                || TorchType.ofStorage(global.name()).isPresent());
    }

    /** Whether a value is a call that makes a tensor, of whatever kind. */
    public static boolean isTensor(PickleValue value) {
        return value instanceof PickleObject object && isTensorFunction(object.dotted());
    }

    private static boolean isTensorFunction(String name) {
        return WRAPPERS.contains(name) || FUNCTIONS.stream().anyMatch(name::startsWith);
    }

    /**
     * Reads a tensor.
     *
     * @param value a value that {@link #isTensor is a tensor}
     * @param name the parameter's name in messages
     * @throws TergeException with {@link TorchCode#TORCH_TENSOR_UNSUPPORTED} if it is of another
     *     kind than a plain tensor, or with {@link TorchCode#TORCH_TENSOR_INVALID} if its arguments
     *     contradict each other
     */
    public TensorView read(PickleValue value, String name) {
        PickleValue next = value;
        for (int depth = 0; depth < MAX_DEPTH; depth++) {
            if (!(next instanceof PickleObject call)) {
                throw unsupported(name, "is made from " + Quoted.text(Described.of(next)));
            }
            if (call.state().isPresent()
                    || !call.items().isEmpty()
                    || !call.entries().entries().isEmpty()) {
                throw unsupported(name, "is changed after it is made");
            }
            String function = call.dotted();
            List<PickleValue> arguments = call.arguments().items();
            if (function.equals(SUBCLASS)
                    && arguments.size() >= 3
                    && arguments.get(0) instanceof PickleGlobal inner
                    && arguments.get(2) instanceof PickleTuple ofInner) {
                function = inner.dotted();
                arguments = ofInner.items();
            }
            if (VIEWS.contains(function)) {
                return new ViewReader(this, name).read(function, arguments);
            }
            if (!WRAPPERS.contains(function) || arguments.isEmpty()) {
                throw unsupported(name, kind(function));
            }
            next = arguments.getFirst();
        }
        throw unsupported(name, "is nested too deeply");
    }

    private static String kind(String function) {
        return switch (function) {
            case "torch._utils._rebuild_qtensor" -> "is quantised";
            case "torch._utils._rebuild_sparse_tensor" -> "is sparse";
            case "torch._utils._rebuild_meta_tensor_no_storage" ->
                    "is on the meta device and has no data";
            default -> "is made by " + Quoted.text(function);
        };
    }

    /** Returns the exception for a tensor whose description contradicts itself. */
    public TergeException invalid(String name, String what) {
        return problems(name).invalid(what);
    }

    /** Returns the exception for a tensor of a kind that is not supported. */
    public TergeException unsupported(String name, String what) {
        return problems(name).unsupported(what);
    }

    TensorProblems problems(String name) {
        return new TensorProblems(subject, "the tensor " + Quoted.of(name));
    }
}
