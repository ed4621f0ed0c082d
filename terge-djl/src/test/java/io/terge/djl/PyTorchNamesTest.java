package io.terge.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.LayoutType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv1d;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.convolutional.Conv2dTranspose;
import ai.djl.nn.convolutional.Conv3d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.norm.LayerNorm;
import ai.djl.nn.recurrent.GRU;
import ai.djl.nn.recurrent.LSTM;
import ai.djl.nn.recurrent.RNN;
import ai.djl.nn.transformer.IdEmbedding;

import io.terge.api.MergeReport;
import io.terge.api.ModelScope;
import io.terge.engine.Terge;
import io.terge.tensor.DType;
import io.terge.tensor.TensorArray;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.Map;

/** Compares layers that got the parameters of PyTorch's layers with what those made of an input. */
@NativeTest
class PyTorchNamesTest {

    private static final Path FILE = Path.of("src/test/resources/pytorch/layers.safetensors");

    private final NDManager manager = NDManager.newBaseManager();

    @AfterEach
    void close() {
        manager.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "linear",
                "conv1d",
                "conv2d",
                "conv3d",
                "embedding",
                "batchnorm",
                "layernorm",
                "rnn",
                "gru",
                "lstm",
                "unbiased"
            })
    void aLayerWithPyTorchsNumbersComputesWhatPyTorchDoes(String name) {
        Block layer = layer(name);
        NDArray input = input(name);
        layer.initialize(manager, DataType.FLOAT32, shape(name, input));
        MergeReport report = fill(layer, name);
        assertThat(report.merged()).isEqualTo(layer.getParameters().size());
        assertThat(Networks.output(layer, input))
                .containsExactly(
                        Networks.array(FILE, name + ".output")
                                .memory()
                                .toArray(ValueLayout.JAVA_FLOAT),
                        within(1e-5f));
    }

    // DJL cannot compute it.
    @Test
    void namesBothDirections() {
        Block layer = layer("both");
        layer.initialize(manager, DataType.FLOAT32, shape("both", input("both")));
        assertThat(fill(layer, "both").merged()).isEqualTo(8);
        assertThat(PyTorchNames.of(layer).module("", "both").names())
                .containsEntry("r_0_h2h_BIAS", "both.bias_hh_l0_reverse");
        assertThat(Networks.values(layer, "r_0_h2h_BIAS"))
                .containsExactly(
                        Networks.array(FILE, "both.bias_hh_l0_reverse")
                                .memory()
                                .toArray(ValueLayout.JAVA_FLOAT));
    }

    @Test
    void namesTheLayersOfABlockThatIsNotInitialized() {
        PyTorchNames names =
                PyTorchNames.of(network()).module("01LSTM", "lstm").module("03Linear", "a.head");
        assertThat(names.names())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "01LSTM_l_0_i2h_WEIGHT", "lstm.weight_ih_l0",
                                "01LSTM_l_0_h2h_WEIGHT", "lstm.weight_hh_l0",
                                "01LSTM_l_0_i2h_BIAS", "lstm.bias_ih_l0",
                                "01LSTM_l_0_h2h_BIAS", "lstm.bias_hh_l0",
                                "03Linear_weight", "a.head.weight",
                                "03Linear_bias", "a.head.bias"));
    }

    @Test
    void givesAFileThePyTorchNames(@TempDir Path folder) {
        Block block = network();
        Networks.initialized(block, manager, shape("lstm", input("lstm")));
        PyTorchNames names =
                PyTorchNames.of(block).module("01LSTM", "lstm").module("03Linear", "head");
        Path file = folder.resolve("model.safetensors");
        Terge.merge(block)
                .with(request -> request.renames(names.toPyTorch(ModelScope.all())))
                .to(file);
        assertThat(Terge.merge(file).toArrays().keySet())
                .containsExactlyInAnyOrderElementsOf(names.names().values());
    }

    @Test
    void refusesLayersThatItDoesNotKnow() {
        PyTorchNames names = PyTorchNames.of(network());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> names.module("02LSTM", "lstm"))
                .withMessage("No layer '02LSTM' with parameters; layers: [01LSTM, 03Linear]");
        Block transposed =
                Conv2dTranspose.builder().setKernelShape(new Shape(2, 2)).setFilters(2).build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PyTorchNames.of(transposed).module("", "up"))
                .withMessageStartingWith("The names of Conv2dTranspose in PyTorch are unknown");
    }

    private static SequentialBlock network() {
        return new SequentialBlock()
                .add(LSTM.builder().setStateSize(2).setNumLayers(1).build())
                .add(Activation::relu)
                .add(Linear.builder().setUnits(2).build());
    }

    private MergeReport fill(Block layer, String name) {
        PyTorchNames names = PyTorchNames.of(layer).module("", name);
        return Terge.merge(layer, FILE)
                .weights(0, 1)
                .with(request -> request.renames(names.toDjl(ModelScope.model(1))))
                .inPlace();
    }

    private NDArray input(String name) {
        TensorArray input = Networks.array(FILE, name + ".input");
        long[] shape = input.shape().dimensions().stream().mapToLong(Long::longValue).toArray();
        return manager.create(
                input.memory().asByteBuffer(),
                new Shape(shape),
                input.dtype().equals(DType.I64) ? DataType.INT64 : DataType.FLOAT32);
    }

    private static Shape shape(String name, NDArray input) {
        return switch (name) {
            case "rnn", "gru", "lstm", "unbiased", "both" ->
                    new Shape(
                            input.getShape().getShape(),
                            new LayoutType[] {
                                LayoutType.BATCH, LayoutType.TIME, LayoutType.CHANNEL
                            });
            default -> input.getShape();
        };
    }

    private static Block layer(String name) {
        return switch (name) {
            case "linear" -> Linear.builder().setUnits(2).build();
            case "conv1d" -> Conv1d.builder().setKernelShape(new Shape(2)).setFilters(3).build();
            case "conv2d" ->
                    Conv2d.builder()
                            .setKernelShape(new Shape(3, 2))
                            .setFilters(2)
                            .optGroups(2)
                            .build();
            case "conv3d" ->
                    Conv3d.builder()
                            .setKernelShape(new Shape(2, 2, 2))
                            .setFilters(2)
                            .optBias(false)
                            .build();
            case "embedding" ->
                    new IdEmbedding.Builder().setDictionarySize(5).setEmbeddingSize(3).build();
            case "batchnorm" -> BatchNorm.builder().build();
            case "layernorm" -> LayerNorm.builder().build();
            case "rnn" ->
                    RNN.builder()
                            .setStateSize(2)
                            .setNumLayers(2)
                            .setActivation(RNN.Activation.TANH)
                            .build();
            case "gru" -> GRU.builder().setStateSize(2).setNumLayers(2).build();
            case "lstm" -> LSTM.builder().setStateSize(2).setNumLayers(2).build();
            case "unbiased" ->
                    LSTM.builder().setStateSize(2).setNumLayers(1).optHasBiases(false).build();
            case "both" ->
                    LSTM.builder().setStateSize(2).setNumLayers(1).optBidirectional(true).build();
            default -> throw new IllegalArgumentException(name);
        };
    }
}
