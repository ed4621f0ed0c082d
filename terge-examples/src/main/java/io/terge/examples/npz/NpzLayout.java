package io.terge.examples.npz;

import io.terge.error.Problem;
import io.terge.error.TergeException;
import io.terge.files.Quoted;
import io.terge.files.zip.ZipLayout;
import io.terge.files.zip.ZipLayoutBuilder;
import io.terge.tensor.ParameterSpec;

import java.util.List;

/** Lays out npz files: an entry for each parameter, the header of the array before the numbers. */
final class NpzLayout {

    private NpzLayout() {}

    /**
     * Returns the layout of a file with these parameters.
     *
     * @throws TergeException if the format cannot hold them
     */
    static ZipLayout of(List<ParameterSpec> parameters) {
        ZipLayoutBuilder layout = ZipLayout.builder();
        for (ParameterSpec spec : parameters) {
            if (!NpyHeader.canHold(spec)) {
                throw new TergeException(
                        Problem.of(
                                        NpzCode.NPZ_UNSUPPORTED_TYPE,
                                        "NumPy has no type for %s, which is %s"
                                                .formatted(Quoted.of(spec.name()), spec.dtype()))
                                .fix(
                                        "choose another output type, such as F32, or another"
                                                + " format"));
            }
            layout.parameter(
                    spec.name() + NpzSource.SUFFIX,
                    NpyHeader.bytes(spec),
                    spec.name(),
                    spec.byteSize());
        }
        return layout.build();
    }
}
