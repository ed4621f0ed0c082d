package io.terge.pytorch;

import static io.terge.pytorch.PickleText.dict;
import static io.terge.pytorch.PickleText.number;
import static io.terge.pytorch.PickleText.numbers;
import static io.terge.pytorch.PickleText.text;
import static io.terge.pytorch.PickleText.tuple;

import io.terge.model.ModelReference;
import io.terge.pytorch.tensor.TorchType;
import io.terge.spi.format.ModelAdapter;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;
import io.terge.testkit.ModelSourceContract;
import io.terge.testkit.TinyModel;

import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.List;

/** What the engine relies on holds for files that another program wrote. */
class ModelContractTest extends ModelSourceContract {

    @Override
    protected ModelAdapter adapter() {
        return new PyTorchAdapter();
    }

    @Override
    protected List<DType> types() {
        return DType.known().stream().filter(type -> TorchType.of(type).isPresent()).toList();
    }

    /** Writes matrices as transposed views, which take the way through windows. */
    @Override
    protected ModelReference stored(TinyModel model, Path directory) throws IOException {
        StringBuilder entries = new StringBuilder();
        for (ParameterSpec spec : model.specs()) {
            entries.append(text(spec.name())).append(tensor(spec));
        }
        TorchZip zip = TorchZip.of(dict(entries.toString()));
        for (ParameterSpec spec : model.specs()) {
            byte[] bytes = model.array(spec.name()).memory().toArray(ValueLayout.JAVA_BYTE);
            zip.stored(
                    "archive/data/" + key(spec), isMatrix(spec) ? transposed(bytes, spec) : bytes);
        }
        return ModelReference.at(zip.in(directory));
    }

    private static String key(ParameterSpec spec) {
        return Integer.toHexString(spec.name().hashCode());
    }

    private static boolean isMatrix(ParameterSpec spec) {
        return spec.shape().rank() == 2 && spec.elements() > 0;
    }

    private static String tensor(ParameterSpec spec) {
        String type = TorchType.of(spec.dtype()).orElseThrow().name();
        String storage =
                tuple(
                                text("storage"),
                                PickleText.global("torch.storage", "UntypedStorage"),
                                text(key(spec)),
                                text("cpu"),
                                number(spec.byteSize()))
                        + "Q";
        long[] sizes = spec.shape().dimensions().stream().mapToLong(size -> size).toArray();
        return PickleText.global("torch._utils", "_rebuild_tensor_v3")
                + tuple(
                        storage,
                        number(0),
                        numbers(sizes),
                        numbers(strides(spec, sizes)),
                        PickleText.FALSE,
                        PickleText.NONE,
                        PickleText.global("torch", type))
                + "R";
    }

    private static long[] strides(ParameterSpec spec, long[] sizes) {
        if (isMatrix(spec)) {
            return new long[] {1, sizes[0]};
        }
        long[] strides = new long[sizes.length];
        long next = 1;
        for (int i = sizes.length - 1; i >= 0; i--) {
            strides[i] = next;
            next *= sizes[i];
        }
        return strides;
    }

    private static byte[] transposed(byte[] bytes, ParameterSpec spec) {
        int rows = (int) spec.shape().dimension(0);
        int columns = (int) spec.shape().dimension(1);
        int size = bytes.length / rows / columns;
        byte[] turned = new byte[bytes.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int from = (row * columns + column) * size;
                System.arraycopy(bytes, from, turned, (column * rows + row) * size, size);
            }
        }
        return turned;
    }
}
