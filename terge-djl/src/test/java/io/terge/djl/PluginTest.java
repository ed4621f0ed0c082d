package io.terge.djl;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;

import io.terge.model.ModelReference;
import io.terge.spi.format.Claim;
import io.terge.spi.format.ModelAdapter;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;

class PluginTest {

    @Test
    void theAdapterClaimsBlocksAndNothingElse() {
        ModelAdapter adapter =
                ServiceLoader.load(ModelAdapter.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .filter(one -> one.name().equals("djl"))
                        .findFirst()
                        .orElseThrow();
        Block block = Linear.builder().setUnits(1).build();
        assertThat(adapter.claims(DjlModels.reference(block, "a"))).isEqualTo(Claim.SPECIFIC);
        assertThat(adapter.claims(ModelReference.of(Map.of(), "b"))).isEqualTo(Claim.NONE);
        assertThat(adapter.claims(ModelReference.at(Path.of("c.pt")))).isEqualTo(Claim.NONE);
    }
}
