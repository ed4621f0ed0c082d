package io.terge.engine.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.error.ErrorCode;
import io.terge.error.TergeException;
import io.terge.model.ModelReference;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;
import io.terge.tensor.TensorArray;

import org.junit.jupiter.api.Test;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

class ArraysAdapterTest {

    private static final TensorArray ONE = TensorArray.of(new float[] {1});
    private final ArraysAdapter adapter = new ArraysAdapter();

    @Test
    void recognizesMapsInMemoryAndNothingElse() {
        assertThat(adapter.recognizes(ModelReference.of(Map.of(), "map"))).isTrue();
        assertThat(adapter.recognizes(ModelReference.of(List.of(), "list"))).isFalse();
        assertThat(adapter.recognizes(ModelReference.at(Path.of("map")))).isFalse();
    }

    @Test
    void readsMapsWithAnOrderInThatOrder() {
        Map<String, TensorArray> map = new LinkedHashMap<>();
        List.of("z", "a", "m").forEach(name -> map.put(name, ONE));
        assertThat(names(map)).containsExactly("z", "a", "m");
        assertThat(names(new TreeMap<>(map).descendingMap())).containsExactly("z", "m", "a");
    }

    @Test
    void readsMapsWithoutAnOrderSortedByName() {
        Map<String, TensorArray> map = new HashMap<>();
        IntStream.range(0, 100).forEach(i -> map.put("p" + i * 7919, ONE));
        assertThat(names(map)).hasSize(100).isSorted();
        assertThat(names(Map.copyOf(map))).hasSize(100).isSorted();
    }

    @Test
    void refusesValuesThatAreNoArrays() {
        assertThatThrownBy(() -> adapter.open(reference(Map.of("head.weight", new float[2]))))
                .isInstanceOfSatisfying(TergeException.class, this::isInvalidArray)
                .hasMessageContaining("'head.weight' of memory cannot be used")
                .hasMessageContaining("not a TensorArray but float[]");
    }

    @Test
    void refusesNullForAnArray() {
        Map<String, Object> map = Collections.singletonMap("head.weight", null);
        assertThatThrownBy(() -> adapter.open(reference(map)))
                .isInstanceOfSatisfying(TergeException.class, this::isInvalidArray)
                .hasMessageContaining("'head.weight'")
                .hasMessageContaining("null");
    }

    @Test
    void refusesNamesThatAreNoStrings() {
        assertThatThrownBy(() -> adapter.open(reference(Map.of(7, ONE))))
                .isInstanceOfSatisfying(TergeException.class, this::isInvalidArray)
                .hasMessageContaining("'7' of memory cannot be used: its name is not a string");
    }

    @Test
    void refusesToWriteToReadOnlyMemory() {
        TensorArray frozen = new TensorArray(DType.F32, Shape.of(1), ONE.memory().asReadOnly());
        ModelReference target = reference(Map.of("w", frozen));
        assertThatThrownBy(() -> adapter.checkTarget(target, true))
                .isInstanceOfSatisfying(TergeException.class, this::isInvalidArray)
                .hasMessageContaining("'w' of memory cannot be used: its memory is read-only");
        assertThat(adapter.open(target).parameters()).hasSize(1);
    }

    @Test
    void refusesMemoryThatOnlyOneThreadMayUse() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment memory = arena.allocate(4);
            Map<String, TensorArray> map =
                    Map.of("w", new TensorArray(DType.F32, Shape.of(1), memory));
            assertThatThrownBy(() -> adapter.open(reference(map)))
                    .isInstanceOfSatisfying(TergeException.class, this::isInvalidArray)
                    .hasMessageContaining("'w' of memory cannot be used")
                    .hasMessageContaining("belongs to one thread");
        }
    }

    @Test
    void refusesMemoryThatHasBeenFreed() {
        Map<String, TensorArray> map;
        try (Arena arena = Arena.ofShared()) {
            map = Map.of("w", new TensorArray(DType.F32, Shape.of(1), arena.allocate(4)));
        }
        assertThatThrownBy(() -> adapter.open(reference(map)))
                .isInstanceOfSatisfying(TergeException.class, this::isInvalidArray)
                .hasMessageContaining("'w' of memory cannot be used: its memory has been freed");
    }

    private List<String> names(Map<String, TensorArray> map) {
        return adapter.open(reference(map)).parameters().stream().map(ParameterSpec::name).toList();
    }

    private static ModelReference reference(Map<?, ?> map) {
        return ModelReference.of(map, "memory");
    }

    private void isInvalidArray(TergeException failure) {
        assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_ARRAY);
    }
}
