package io.terge.hf.directory;

import io.terge.hf.Models;

import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class WeightAdviceTest {

    @TempDir Path model;

    @Test
    void thePartsOfAPipelineAreNamed() throws IOException {
        files("model_index.json", "vae/diffusion_pytorch_model.safetensors");
        files("unet/model.safetensors", "tokenizer/vocab.json");
        fix().contains("merge each part of the pipeline separately")
                .contains("'" + model.resolve("unet") + "', '" + model.resolve("vae") + "'")
                .doesNotContain("tokenizer");
    }

    @Test
    void aSubdirectoryWithWeightsIsNamed() throws IOException {
        files("modules.json", "0_Transformer/model.safetensors", "1_Pooling/config.json");
        fix().contains(
                        "specify the directory of the weights: '"
                                + model.resolve("0_Transformer")
                                + "'")
                .doesNotContain("1_Pooling");
    }

    @Test
    void anAdapterIsMergedIntoItsBaseFirst() throws IOException {
        files("adapter_config.json", "adapter_model.safetensors");
        fix().contains("merge_and_unload()").doesNotContain("specify the file");
    }

    @Test
    void oneShardIsNeverNamed() throws IOException {
        files("model-00001-of-00002.safetensors", "model-00002-of-00002.safetensors");
        fix().contains("model.safetensors.index.json").doesNotContain("00001");
    }

    @Test
    void partsThatAreCountedOtherwiseAreNeverNamed() throws IOException {
        files("consolidated.00.pth", "consolidated.01.pth", "params.json");
        fix().contains("join the parts").doesNotContain("consolidated.00");
    }

    @Test
    void anIndexOfAnotherNameIsRenamed() throws IOException {
        files("unet.safetensors.index.json", "unet-00001-of-00001.safetensors");
        fix().contains("rename the index 'unet.safetensors.index.json'")
                .contains("to model.safetensors.index.json")
                .doesNotContain("00001");
    }

    @Test
    void aConsolidatedModelIsNamed() throws IOException {
        files("consolidated.safetensors", "params.json");
        fix().contains(
                        "specify the file itself: '"
                                + model.resolve("consolidated.safetensors")
                                + "'");
    }

    @Test
    void theAdapterOfAPipelineIsNotNamed() throws IOException {
        files("pytorch_lora_weights.safetensors");
        fix().contains("merge_and_unload()").doesNotContain("specify the file");
    }

    @Test
    void aGgufFileIsConverted() throws IOException {
        files("m-Q4_K_M.gguf");
        fix().contains("gguf_file=").contains("'m-Q4_K_M.gguf'");
    }

    @Test
    void aDirectoryOfOtherThingsHasANextStep() throws IOException {
        files("notes.txt");
        fix().contains("check the path");
    }

    private void files(String... names) throws IOException {
        for (String name : names) {
            Path file = model.resolve(name);
            Files.createDirectories(file.resolveSibling(""));
            Files.writeString(file, "{}");
        }
    }

    /** What is advised, without what is wrong and what is there. */
    private AbstractStringAssert<?> fix() {
        String message =
                String.valueOf(Models.refusal(model, DirectoryCode.NO_WEIGHTS, model).getMessage());
        Assertions.assertThat(message).contains("fix: ");
        return Assertions.assertThat(message.substring(message.indexOf("fix: ")));
    }
}
