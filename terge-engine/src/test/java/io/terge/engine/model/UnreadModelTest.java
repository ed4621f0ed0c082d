package io.terge.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.terge.api.MergeRejectedException;
import io.terge.api.MergeRequest;
import io.terge.engine.Terge;
import io.terge.error.Problem;
import io.terge.model.ModelReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is said of models that no adapter reads; the engine by itself reads only arrays. */
class UnreadModelTest {

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    model.pt       | add the module terge-pytorch, or convert the model to safetensors
                    model.PTH      | add the module terge-pytorch
                    model.bin      | add the module terge-pytorch
                    model.ckpt     | add the module terge-pytorch
                    model.Q4.gguf  | use the model that it was converted from
                    model.ggml     | use the model that it was converted from
                    model.onnx     | use the model that it was converted from
                    model.tflite   | use the model that it was converted from
                    model.mlmodel  | use the model that it was converted from
                    model.engine   | use the model that it was converted from
                    config.json    | specify the directory of the model, or its file of weights
                    model.npz      | convert the model to safetensors, or add an adapter for its format
                    """)
    void filesGetTheNextStepByTheirEnding(String name, String fix) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "x");
        assertThat(problem(file.toString()).toString())
                .contains("[MODEL_NOT_RECOGNIZED] No adapter claims ", name, "fix: " + fix);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://host/org/model", "http://host/a.safetensors", "https:/host/x"})
    void webAddressesAreToBeDownloaded(String address) {
        assertThat(problem(address).toString())
                .isEqualTo(
                        "[MODEL_NOT_RECOGNIZED] '%s' is a web address, and no adapter downloads models%n   fix: download the model, and specify the path of the download"
                                .formatted(address)
                                .replace(System.lineSeparator(), "\n"));
    }

    @Test
    void aBareNameMayBeOneOfTheHub() {
        assertThat(problem("bert-base-uncased").toString())
                .contains(
                        "[MODEL_NOT_FOUND] 'bert-base-uncased' does not exist",
                        "fix: check the path",
                        "fix: for a model in the Hugging Face cache, write org/model");
        assertThat(problem("./bert-base").toString()).doesNotContain("Hugging Face");
        assertThat(problem("model.safetensors").toString()).doesNotContain("Hugging Face");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.5", "2", "-1", ".5", "50%"})
    void aNumberMayBelongToAListOfValues(String number) {
        assertThat(problem(number).toString())
                .contains(
                        "'" + number + "' does not exist",
                        "fix: if it is one of several values, separate them by commas, without"
                                + " spaces");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'models/a'", "\"models/a\""})
    void quotesInPathsAreNamed(String quoted) {
        assertThat(problem(quoted).toString())
                .contains("fix: remove the quotes, which are read as part of the path");
        assertThat(problem(quoted + "b").toString()).doesNotContain("quotes");
    }

    private static Problem problem(String model) {
        MergeRequest request = MergeRequest.builder().model(ModelReference.at(model)).build();
        Problem[] found = new Problem[1];
        assertThatExceptionOfType(MergeRejectedException.class)
                .isThrownBy(() -> Terge.create().plan(request))
                .satisfies(rejected -> found[0] = rejected.problems().getFirst());
        return found[0];
    }
}
