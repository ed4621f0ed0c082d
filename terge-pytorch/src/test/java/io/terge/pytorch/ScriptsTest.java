package io.terge.pytorch;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.pytorch.problem.TorchCode;
import io.terge.spi.format.ModelSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The tensors of TorchScript archives are those that PyTorch finds. */
class ScriptsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scripted",
                "traced",
                "bfloat16",
                "half",
                "normed",
                "tied",
                "untied",
                "nested",
                "buffers",
                "constants",
                "kinds",
                "channels_last",
                "slices"
            })
    void namesOrderTypesShapesAndBytesAreThoseOfPyTorch(String name) throws IOException {
        Script script = new Script(name);
        try (ModelSource source = script.open()) {
            assertThat(Expected.allOf(source)).isEqualTo(script.expected());
        }
    }

    @Test
    void tensorsThatAreNoParametersAreReadToo() throws IOException {
        Script script = new Script("attributes");
        List<Expected> expected = new ArrayList<>(script.attributes());
        expected.addAll(script.expected());
        try (ModelSource source = script.open()) {
            assertThat(Expected.allOf(source)).isEqualTo(expected);
        }
    }

    @Test
    void oneTensorWithTwoNamesIsTied() throws IOException {
        try (ModelSource tied = new Script("tied").open();
                ModelSource untied = new Script("untied").open()) {
            assertThat(tied.ties()).isEqualTo(Map.of("head.weight", "embedding.weight"));
            assertThat(untied.ties()).isEmpty();
        }
    }

    @Test
    void aTensorThatIsNotContiguousHasItsStridesInTheDetails() throws IOException {
        try (ModelSource source = new Script("channels_last").open()) {
            assertThat(source.details())
                    .containsEntry("layout", "TorchScript archive")
                    .containsEntry("strides of convolution.weight", "[8, 1, 4, 2]");
        }
    }

    @Test
    void aQuantizedTensorIsRejectedByName() {
        Refused.reading(new Script("quantized").path())
                .with(TorchCode.TORCH_TENSOR_UNSUPPORTED, "'quantized' is quantised");
    }

    @Test
    void aFrozenModuleIsRejected() {
        Refused.reading(new Script("frozen").path())
                .with(TorchCode.TORCH_NO_STATE_DICT, "frozen", "torch.jit.freeze");
    }

    @Test
    void aModuleMayHaveNoParameters() throws IOException {
        try (ModelSource source = new Script("nothing").open()) {
            assertThat(source.parameters()).isEmpty();
        }
    }

    @Test
    void tensorsThatAreNotReadAreNamed() throws IOException {
        assertWarning("attributes", "'several' (torch.jit._pickle.build_tensorlist)");
        assertWarning("constants", "1 tensor in the code");
    }

    @Test
    void modulesOfPlainParametersHaveNoWarnings() throws IOException {
        for (String name : List.of("scripted", "traced", "normed", "nested", "tied")) {
            try (ModelSource source = new Script(name).open()) {
                assertThat(source.warnings()).isEmpty();
            }
        }
    }

    private static void assertWarning(String name, String text) throws IOException {
        try (ModelSource source = new Script(name).open()) {
            assertThat(source.warnings())
                    .singleElement()
                    .satisfies(
                            warning -> {
                                assertThat(warning.code())
                                        .isEqualTo(TorchCode.TORCH_OBJECTS_IGNORED);
                                assertThat(warning.message()).contains(text);
                            });
        }
    }
}
