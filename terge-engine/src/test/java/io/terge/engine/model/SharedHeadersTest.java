package io.terge.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.model.ModelReference;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Parameters of several models are kept once where they are equal. */
class SharedHeadersTest {

    @Test
    void equalParametersAreOneObject() {
        Map<ParameterSpec, ParameterSpec> known = new HashMap<>();
        ModelHeaders first = headers("a").sharing(known);
        ModelHeaders second = headers("b");
        ModelHeaders shared = second.sharing(known);

        assertThat(shared).isEqualTo(second);
        assertThat(shared.parameters().getFirst()).isSameAs(first.parameters().getFirst());
        assertThat(shared.digest()).isEqualTo(second.digest());
        assertThat(shared.allFiles()).containsExactly(Path.of("b"));
    }

    @Test
    void aNameThatStaysMakesNoNewParameter() {
        ParameterSpec spec = ParameterSpec.of("w", DType.F32, Shape.of(2));
        assertThat(spec.named("w")).isSameAs(spec);
    }

    private static ModelHeaders headers(String name) {
        return new ModelHeaders(
                ModelReference.at(name),
                "any",
                List.of(ParameterSpec.of("w", DType.F32, Shape.of(2))),
                Map.of(),
                new TreeMap<>(),
                new TreeMap<>(),
                List.of(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                Optional.empty(),
                List.of(),
                List.of(Path.of(name)),
                List.of());
    }
}
