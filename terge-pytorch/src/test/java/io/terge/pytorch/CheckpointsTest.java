package io.terge.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.error.ErrorCode;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.model.ModelReference;
import io.terge.pytorch.problem.TorchCode;
import io.terge.spi.format.Claim;
import io.terge.spi.format.ModelSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Files of PyTorch are read as PyTorch reads them. */
class CheckpointsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "types",
                "types_legacy",
                "views",
                "views_legacy",
                "tied",
                "tied_legacy",
                "classes",
                "odd_names",
                "protocol_2",
                "protocol_3",
                "protocol_4",
                "protocol_5",
                "legacy_protocol_2",
                "legacy_protocol_3",
                "legacy_protocol_4",
                "legacy_protocol_5",
                "with_metadata",
                "plain_dict",
                "prefix",
                "in_state_dict",
                "in_model",
                "in_module",
                "lightning",
                "lightning_tensors",
                "deepspeed",
                "tensor_beside_model",
                "numpy_values",
                "unsupported_beside"
            })
    void namesOrderTypesShapesAndBytesAreThoseOfPyTorch(String name) throws IOException {
        Checkpoint checkpoint = new Checkpoint(name);
        try (ModelSource source = checkpoint.open()) {
            assertThat(Expected.allOf(source)).isEqualTo(checkpoint.expected());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "two_models, model",
        "two_models, model_ema",
        "tensor_beside_other, stuff",
        "dotted_keys, a.b.c.d",
    })
    void aKeyChoosesAStateDict(String name, String key) throws IOException {
        Checkpoint checkpoint = new Checkpoint(name);
        try (ModelSource source = checkpoint.open("key", key)) {
            assertThat(Expected.allOf(source)).isEqualTo(checkpoint.expected("." + key));
            assertThat(source.details()).containsEntry("state dict", key);
        }
    }

    @Test
    void aDotChoosesAllTensors() throws IOException {
        Checkpoint checkpoint = new Checkpoint("two_models");
        try (ModelSource source = checkpoint.open("key", ".")) {
            assertThat(Expected.allOf(source)).isEqualTo(checkpoint.expected(".all"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "two_models, TORCH_SEVERAL_STATE_DICTS, 'model', 'model_ema'",
        "nested_parts, TORCH_SEVERAL_STATE_DICTS, 'unet', 'vae'",
        "tensor_beside_other, TORCH_SEVERAL_STATE_DICTS, 'stuff', 1 other tensor",
        "no_tensors, TORCH_NO_STATE_DICT, no state dict, save model.state_dict()",
        "optimizer, TORCH_NO_STATE_DICT, no state dict, save model.state_dict()",
        "module, TORCH_NO_STATE_DICT, __main__.Net, save model.state_dict()",
        "module_legacy, TORCH_NO_STATE_DICT, __main__.Net, save model.state_dict()",
        "list, TORCH_NO_STATE_DICT, list, save model.state_dict()",
    })
    void whatIsNotAStateDictIsRejected(String name, TorchCode code, String one, String other) {
        assertRejected(code, name, one, other);
    }

    @Test
    void aWholeModuleInADictionaryIsNamed() {
        assertRejected(
                TorchCode.TORCH_NO_STATE_DICT,
                "module_in_dict",
                "contains a whole module, 'model' of type 'torch.nn.modules.linear.Linear', not a"
                        + " state dict",
                "save model.state_dict() instead of the model");
    }

    @Test
    void aKeyThatIsMissingIsNamed() {
        assertRejected(TorchCode.TORCH_NO_STATE_DICT, "two_models", "'x.y'", "", "key", "x.y");
        assertRejected(
                TorchCode.TORCH_NO_STATE_DICT,
                "two_models",
                "contains no state dict 'epoch', only 'model', 'model_ema'",
                "choose one of them, or all tensors by ?key=.",
                "key",
                "epoch");
        assertRejected(
                TorchCode.TORCH_NO_STATE_DICT,
                "dotted_keys",
                "no state dict 'a.c', only 'a.b', 'a.b.c.d', 'a', 'a.b', 'a.b.c', 'a.b.c.d'",
                "",
                "key",
                "a.c");
    }

    @Test
    void onlyStateDictsHaveKeys() {
        Path script = new Script("scripted").path();
        Path program = new Program("tied").path();
        Rejections.assertRejected(
                () -> Checkpoint.open(script, "key", "model"),
                TergeCode.INVALID_SETTING,
                "scripted.pt' is a TorchScript archive, which contains one model",
                "omit ?key=");
        Rejections.assertRejected(
                () -> Checkpoint.open(program, "key", "."),
                TergeCode.INVALID_SETTING,
                "tied.pt2' is an archive of torch.export");
    }

    @Test
    void objectsOfNumPyAreNamedByWhatTheyAre() throws IOException {
        try (ModelSource source = new Checkpoint("numpy_values").open()) {
            assertThat(source.warnings())
                    .singleElement()
                    .asString()
                    .contains("'score' (NumPy scalar), 'array' (NumPy array)");
        }
    }

    @Test
    void checkpointsThatAreCalledTarAreRead(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("Model.PTH.tar");
        Files.write(file, new Checkpoint("plain_dict").bytes());
        PyTorchAdapter adapter = new PyTorchAdapter();
        assertThat(adapter.claims(ModelReference.at(file))).isEqualTo(Claim.SPECIFIC);
        assertThat(adapter.claims(ModelReference.at(directory.resolve("model.tar"))))
                .isEqualTo(Claim.NONE);
        try (ModelSource source = Checkpoint.open(file)) {
            assertThat(source.parameters()).isNotEmpty();
        }
    }

    @Test
    void anUnknownPolicyIsRejected() {
        assertRejected(
                TergeCode.INVALID_SETTING, "types", "'strict'", "'loose'", "pickle", "loose");
    }

    @Test
    void identicalViewsAreTied() throws IOException {
        for (String name : List.of("tied", "tied_legacy")) {
            try (ModelSource source = new Checkpoint(name).open()) {
                assertThat(source.ties())
                        .isEqualTo(
                                Map.of(
                                        "head.weight",
                                        "embedding.weight",
                                        "same_view",
                                        "embedding.weight",
                                        "transposed_again",
                                        "transposed"));
            }
        }
    }

    @Test
    void whatIsIgnoredIsNamed() throws IOException {
        try (ModelSource source = new Checkpoint("deepspeed").open()) {
            assertThat(source.warnings())
                    .singleElement()
                    .satisfies(
                            warning -> {
                                assertThat(warning.code())
                                        .isEqualTo(TorchCode.TORCH_OBJECTS_IGNORED);
                                assertThat(warning.message())
                                        .contains("'optimizer' (dict)", "and 2 more");
                            });
        }
    }

    @Test
    void plainStateDictsHaveNoWarnings() throws IOException {
        for (String name : List.of("types", "views", "classes", "with_metadata")) {
            try (ModelSource source = new Checkpoint(name).open()) {
                assertThat(source.warnings()).isEmpty();
            }
        }
    }

    private static void assertRejected(
            ErrorCode code, String name, String one, String other, String... settings) {
        assertThatThrownBy(() -> new Checkpoint(name).open(settings))
                .isInstanceOfSatisfying(
                        TergeException.class,
                        failure -> {
                            Problem problem = failure.problems().getFirst();
                            assertThat(problem.code()).isEqualTo(code);
                            assertThat(problem.message() + problem.fixes()).contains(one, other);
                        });
    }
}
