package io.terge.hf.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.error.Problem;
import io.terge.files.FileCompanion;
import io.terge.model.ModelReference;
import io.terge.spi.format.Companion;
import io.terge.spi.format.ModelBlueprint;
import io.terge.spi.format.ModelChanges;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

class CompanionChoiceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "consolidated.safetensors",
                "consolidated.00.pth",
                "model.fp16.safetensors",
                "model.fp16-00001-of-00002.safetensors",
                "model.safetensors.index.fp16.json",
                "pytorch_model.fp16.bin",
                "model.Q4_K_M.gguf",
                "tf_model.h5",
                "flax_model.msgpack",
                "flax_model.msgpack.index.json",
                "rust_model.ot",
                "onnx/config.json",
                "openvino/openvino_model.bin",
                "original/params.json",
                "coreml/model.mlpackage/Data/weights.bin",
                "checkpoint-10/model.safetensors",
                "global_step12/mp_rank_00_model_states.pt",
                "optimizer.pt",
                "scheduler.pt",
                "rng_state_0.pth",
                "trainer_state.json",
                "training_args.bin"
            })
    void otherCopiesAndStatesAreToldAndNotCopied(String name) throws IOException {
        CompanionChoice choice = choice("", name);
        assertThat(choice.copied()).isEmpty();
        assertThat(choice.warnings())
                .singleElement()
                .satisfies(
                        warning -> {
                            assertThat(warning.code()).isEqualTo(DirectoryCode.FILES_NOT_COPIED);
                            assertThat(warning.message()).contains(name);
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".cache/huggingface/download/model.safetensors.metadata",
                "__pycache__/m.pyc",
                "code/__pycache__/m.pyc"
            })
    void cachesAreNotCopied(String name) throws IOException {
        CompanionChoice choice = choice("", name);
        assertThat(choice.copied()).isEmpty();
        assertThat(choice.leftOut()).containsExactly(Map.entry(name, "a cache"));
        assertThat(choice.warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "config.json",
                "tokenizer.model",
                "LICENSE",
                "modeling_consolidated.py",
                "1_Pooling/config.json",
                "onnx.md",
                "additional_chat_templates/tool use.jinja"
            })
    void companionsAreCopiedWithoutAWord(String name) throws IOException {
        CompanionChoice choice = choice("", name);
        assertThat(names(choice)).containsExactly(name);
        assertThat(choice.warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2_Dense/model.safetensors",
                "2_Dense/pytorch_model.bin",
                "adapter_model.safetensors"
            })
    void weightsThatArePartOfTheModelAreCopiedAndTold(String name) throws IOException {
        CompanionChoice choice = choice("", name);
        assertThat(names(choice)).containsExactly(name);
        assertThat(choice.warnings())
                .singleElement()
                .satisfies(
                        warning -> {
                            assertThat(warning.code()).isEqualTo(DirectoryCode.WEIGHTS_NOT_MERGED);
                            assertThat(warning.message()).contains(name);
                        });
    }

    @Test
    void whatAPatternMatchesIsCopied() throws IOException {
        CompanionChoice choice =
                choice("onnx/, *.h5", "onnx/a/model.onnx", "tf_model.h5", "rust_model.ot");
        assertThat(names(choice)).containsExactly("onnx/a/model.onnx", "tf_model.h5");
        assertThat(choice.warnings())
                .extracting(Problem::message)
                .containsExactly("1 file of the base not copied: 'rust_model.ot'");
    }

    @Test
    void aPatternThatMatchesNothingIsTold() throws IOException {
        CompanionChoice choice = choice("vocab.*, pytorch_model.bin", "vocab.txt");
        assertThat(choice.warnings())
                .extracting(Problem::toString)
                .singleElement()
                .asString()
                .startsWith(
                        "[COPY_HAS_NO_EFFECT] No file of the base matches --copy"
                                + " 'pytorch_model.bin'");
    }

    @Test
    void fiveNamesAreShown() throws IOException {
        String[] names =
                Stream.of("a", "b", "c", "d", "e", "f", "g")
                        .map(name -> name + ".gguf")
                        .toArray(String[]::new);
        assertThat(choice("", names).warnings().getFirst().message())
                .isEqualTo(
                        "7 files of the base not copied:"
                                + " 'a.gguf', 'b.gguf', 'c.gguf', 'd.gguf', 'e.gguf' and 2 more");
    }

    private static List<String> names(CompanionChoice choice) {
        return choice.copied().stream().map(Companion::name).toList();
    }

    private static CompanionChoice choice(String copy, String... names) throws IOException {
        List<Companion> companions =
                Stream.of(names)
                        .<Companion>map(name -> new FileCompanion(name, Path.of(name)))
                        .toList();
        ModelReference donor = ModelReference.at(Path.of("donor"));
        SortedMap<String, String> settings = new TreeMap<>();
        if (!copy.isEmpty()) {
            settings.put(CompanionChoice.SETTING, copy);
        }
        return CompanionChoice.of(
                ModelReference.at(Path.of("out")).withSettings(settings),
                ModelBlueprint.of(List.of())
                        .withCompanions(donor, companions, ModelChanges.none()));
    }
}
