package io.terge.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.model.ModelReference;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Parameters of several models are kept once where they are equal. */
class SharedHeadersTest {

    @ParameterizedTest
    @ValueSource(strings = {"w v", "v w", "w", "v", "x w v", "v x w"})
    void equalParametersAreOneObject(String all) {
        String[] names = all.split(" ");
        ModelHeaders first = headers("a", "w", "v");
        ModelHeaders second = headers("b", names);
        ModelHeaders shared = second.sharing(first.parameters());

        assertThat(shared).isEqualTo(second);
        for (ParameterSpec own : shared.parameters()) {
            first.parameters().stream()
                    .filter(own::equals)
                    .forEach(equal -> assertThat(own).isSameAs(equal));
        }
        assertThat(shared.digest()).isEqualTo(second.digest());
        assertThat(shared.allFiles()).containsExactly(Path.of("b"));
    }

    @Test
    void aNameThatStaysMakesNoNewParameter() {
        ParameterSpec spec = ParameterSpec.of("w", DType.F32, Shape.of(2));
        assertThat(spec.named("w")).isSameAs(spec);
    }

    private static ModelHeaders headers(String name, String... parameters) {
        return new ModelHeaders(
                ModelReference.at(name),
                "any",
                Stream.of(parameters)
                        .map(each -> ParameterSpec.of(each, DType.F32, Shape.of(2)))
                        .toList(),
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
