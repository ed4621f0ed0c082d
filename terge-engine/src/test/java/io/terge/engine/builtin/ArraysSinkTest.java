package io.terge.engine.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.util.Objects.requireNonNull;

import io.terge.error.TergeException;
import io.terge.spi.format.ModelBlueprint;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;
import io.terge.tensor.TensorArray;

import org.junit.jupiter.api.Test;

import java.lang.foreign.MemorySegment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

class ArraysSinkTest {

    private final Map<String, TensorArray> target = new LinkedHashMap<>();

    @Test
    void putsTheSameArrayUnderTiedNames() {
        commit(blueprint("a").withTies(Map.of("c", "a", "b", "a")), Map.of("a", 7f));
        assertThat(target.keySet()).containsExactly("a", "b", "c");
        assertThat(target.get("b")).isSameAs(target.get("a"));
        assertThat(target.get("c")).isSameAs(target.get("a"));
        assertThat(numbers("c")).containsExactly(7);
    }

    @Test
    void leavesATieInPlaceAsItIs() {
        TensorArray array = TensorArray.of(new float[1]);
        target.put("a", array);
        target.put("b", array);
        Map<String, TensorArray> fixed = Map.copyOf(target);
        commit(fixed, blueprint("a").withTies(Map.of("b", "a")), Map.of("a", 7f));
        assertThat(array.toDoubles()).containsExactly(7);
    }

    @Test
    void tiesNamesThatWereApart() {
        target.put("a", TensorArray.of(new float[1]));
        target.put("b", TensorArray.of(new float[1]));
        commit(blueprint("a").withTies(Map.of("b", "a")), Map.of("a", 7f));
        assertThat(target.get("b")).isSameAs(target.get("a"));
    }

    @Test
    void separatesNamesThatWereTied() {
        TensorArray array = TensorArray.of(new float[1]);
        target.put("a", array);
        target.put("b", array);
        commit(blueprint("a", "b"), Map.of("a", 1f, "b", 2f));
        assertThat(numbers("a")).containsExactly(1);
        assertThat(numbers("b")).containsExactly(2);
    }

    @Test
    void refusesToTieNamesInAMapThatCannotBeChanged() {
        TensorArray array = TensorArray.of(new float[1]);
        Map<String, TensorArray> fixed = Map.of("a", array);
        assertThatThrownBy(
                        () ->
                                commit(
                                        fixed,
                                        blueprint("a").withTies(Map.of("b", "a")),
                                        Map.of("a", 7f)))
                .isInstanceOf(TergeException.class)
                .hasMessageContaining("cannot take new parameters");
        assertThat(array.toDoubles()).containsExactly(0);
    }

    private double[] numbers(String name) {
        return requireNonNull(target.get(name)).toDoubles();
    }

    private void commit(ModelBlueprint blueprint, Map<String, Float> numbers) {
        commit(target, blueprint, numbers);
    }

    private static void commit(
            Map<String, TensorArray> target, ModelBlueprint blueprint, Map<String, Float> numbers) {
        try (ArraysSink sink = new ArraysSink(target, "memory", blueprint)) {
            numbers.forEach(
                    (name, number) ->
                            sink.write(name, 0, MemorySegment.ofArray(new float[] {number})));
            sink.commit();
        }
    }

    private static ModelBlueprint blueprint(String... names) {
        List<ParameterSpec> parameters =
                Stream.of(names)
                        .map(name -> ParameterSpec.of(name, DType.F32, Shape.of(1)))
                        .toList();
        return ModelBlueprint.of(parameters);
    }
}
