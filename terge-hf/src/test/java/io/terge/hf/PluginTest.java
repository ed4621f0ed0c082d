package io.terge.hf;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.spi.format.ModelAdapter;

import org.junit.jupiter.api.Test;

import java.util.ServiceLoader;

class PluginTest {

    @Test
    void allAdaptersAreFound() {
        assertThat(ServiceLoader.load(ModelAdapter.class))
                .extracting(ModelAdapter::name)
                .containsExactlyInAnyOrder(
                        "safetensors", "huggingface", "hub", "vocabulary", "transplant", "experts");
    }
}
