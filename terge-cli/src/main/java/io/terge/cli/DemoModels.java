package io.terge.cli;

import io.terge.hf.safetensors.SafetensorsAdapter;
import io.terge.model.ModelReference;
import io.terge.spi.format.ModelBlueprint;
import io.terge.spi.format.ModelSink;
import io.terge.spi.format.ModelWriter;
import io.terge.tensor.DType;
import io.terge.tensor.ElementCodec;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.List;

/** Three small models of the same architecture, with numbers that are easy to follow. */
final class DemoModels {

    private static final List<ParameterSpec> PARAMETERS =
            List.of(
                    ParameterSpec.of("embedding.weight", DType.F32, Shape.of(6, 4)),
                    ParameterSpec.of("encoder.weight", DType.BF16, Shape.of(4, 4)),
                    ParameterSpec.of("encoder.bias", DType.BF16, Shape.of(4)),
                    ParameterSpec.of("head.weight", DType.F16, Shape.of(2, 4)),
                    ParameterSpec.of("position_ids", DType.I64, Shape.of(1, 6)));

    private DemoModels() {}

    /** Writes the models and returns their files. */
    static List<Path> write(Path folder) throws IOException {
        List<Path> files =
                List.of(
                        folder.resolve("red.safetensors"),
                        folder.resolve("green.safetensors"),
                        folder.resolve("blue.safetensors"));
        for (int model = 0; model < files.size(); model++) {
            write(files.get(model), model);
        }
        return files;
    }

    private static void write(Path file, int model) throws IOException {
        ModelWriter writer = new SafetensorsAdapter().writer().orElseThrow();
        try (ModelSink sink =
                writer.create(ModelReference.at(file), ModelBlueprint.of(PARAMETERS))) {
            for (ParameterSpec parameter : PARAMETERS) {
                sink.write(parameter.name(), 0, elements(parameter, model));
            }
            sink.commit();
        }
    }

    /** Counts up from the model's index, so that a merge is easy to check by hand. */
    private static MemorySegment elements(ParameterSpec parameter, int model) {
        MemorySegment bytes = MemorySegment.ofArray(new byte[(int) parameter.byteSize()]);
        if (!parameter.dtype().isFloating()) {
            return bytes;
        }
        double[] values = new double[(int) parameter.elements()];
        for (int i = 0; i < values.length; i++) {
            values[i] = model + i / 4.0;
        }
        ElementCodec.of(parameter.dtype()).encode(values, 0, values.length, bytes, 0);
        return bytes;
    }
}
