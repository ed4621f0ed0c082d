package io.terge.engine.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.model.ModelReference;
import io.terge.spi.format.Claim;
import io.terge.spi.format.ModelSource;
import io.terge.spi.format.ModelWriter;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;
import io.terge.tensor.TensorArray;
import io.terge.testkit.TestAdapterContext;

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
import java.util.function.Function;
import java.util.stream.IntStream;

class ArraysAdapterTest {

    private static final TensorArray ONE = TensorArray.of(new float[] {1});
    private final ArraysAdapter adapter = new ArraysAdapter();

    @Test
    void claimsMapsInMemoryAndNothingElse() {
        for (Function<ModelReference, Claim> claims :
                List.<Function<ModelReference, Claim>>of(adapter::claims, writer()::claims)) {
            assertThat(claims.apply(ModelReference.of(Map.of(), "map"))).isEqualTo(Claim.SPECIFIC);
            assertThat(claims.apply(ModelReference.of(List.of(), "list"))).isEqualTo(Claim.NONE);
            assertThat(claims.apply(ModelReference.at(Path.of("map")))).isEqualTo(Claim.NONE);
        }
    }

    @Test
    void refusesWhatIsNoMapWhereItIsNamed() {
        assertThatThrownBy(() -> open(ModelReference.at("a.safetensors")))
                .isInstanceOf(TergeException.class)
                .hasMessageContaining(
                        "[MODEL_NOT_RECOGNIZED] a.safetensors is not a map in memory");
    }

    @Test
    void tiesNamesOfTheSameMemoryTypeAndShape() {
        float[] numbers = {1, 2};
        Map<String, TensorArray> map = new LinkedHashMap<>();
        map.put("head", TensorArray.of(numbers));
        map.put("embed", TensorArray.of(numbers));
        map.put("column", TensorArray.of(numbers, 2, 1));
        map.put("equal", TensorArray.of(numbers.clone()));
        map.put("first", map.get("head"));
        map.put("empty", TensorArray.of(new float[0]));
        map.put("hollow", map.get("empty"));
        assertThat(open(reference(map)).ties())
                .containsOnly(Map.entry("embed", "head"), Map.entry("first", "head"));
    }

    @Test
    void tellsReadOnlyArraysApart() {
        Map<String, TensorArray> map = new LinkedHashMap<>();
        for (String name : List.of("a", "b")) {
            MemorySegment frozen = MemorySegment.ofArray(new float[] {1}).asReadOnly();
            map.put(name, new TensorArray(DType.F32, Shape.of(1), frozen));
        }
        assertThat(open(reference(map)).ties()).isEmpty();
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
        assertThatThrownBy(() -> open(reference(Map.of("head.weight", new float[2]))))
                .isInstanceOfSatisfying(TergeException.class, this::isInvalidArray)
                .hasMessageContaining("'head.weight' of memory cannot be used")
                .hasMessageContaining("expected a TensorArray, got float[]");
    }

    @Test
    void refusesNullForAnArray() {
        Map<String, Object> map = Collections.singletonMap("head.weight", null);
        assertThatThrownBy(() -> open(reference(map)))
                .isInstanceOfSatisfying(TergeException.class, this::isInvalidArray)
                .hasMessageContaining("'head.weight'")
                .hasMessageContaining("null");
    }

    @Test
    void refusesNamesThatAreNoStrings() {
        assertThatThrownBy(() -> open(reference(Map.of(7, ONE))))
                .isInstanceOfSatisfying(TergeException.class, this::isInvalidArray)
                .hasMessageContaining("'7' of memory cannot be used: its name is not a string");
    }

    @Test
    void refusesToWriteToReadOnlyMemory() {
        TensorArray frozen = new TensorArray(DType.F32, Shape.of(1), ONE.memory().asReadOnly());
        ModelReference target = reference(Map.of("w", frozen));
        assertThatThrownBy(() -> writer().check(target, true))
                .isInstanceOfSatisfying(TergeException.class, this::isInvalidArray)
                .hasMessageContaining("'w' of memory cannot be used: its memory is read-only");
        assertThat(open(target).parameters()).hasSize(1);
    }

    @Test
    void refusesMemoryThatOnlyOneThreadMayUse() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment memory = arena.allocate(4);
            Map<String, TensorArray> map =
                    Map.of("w", new TensorArray(DType.F32, Shape.of(1), memory));
            assertThatThrownBy(() -> open(reference(map)))
                    .isInstanceOfSatisfying(TergeException.class, this::isInvalidArray)
                    .hasMessageContaining("'w' of memory cannot be used")
                    .hasMessageContaining("confined to one thread");
        }
    }

    @Test
    void refusesMemoryThatHasBeenFreed() {
        Map<String, TensorArray> map;
        try (Arena arena = Arena.ofShared()) {
            map = Map.of("w", new TensorArray(DType.F32, Shape.of(1), arena.allocate(4)));
        }
        assertThatThrownBy(() -> open(reference(map)))
                .isInstanceOfSatisfying(TergeException.class, this::isInvalidArray)
                .hasMessageContaining("'w' of memory cannot be used: its memory has been freed");
    }

    private List<String> names(Map<String, TensorArray> map) {
        return open(reference(map)).parameters().stream().map(ParameterSpec::name).toList();
    }

    private ModelSource open(ModelReference reference) {
        return adapter.open(reference, TestAdapterContext.of(adapter));
    }

    private ModelWriter writer() {
        return adapter.writer().orElseThrow();
    }

    private static ModelReference reference(Map<?, ?> map) {
        return ModelReference.of(map, "memory");
    }

    private void isInvalidArray(TergeException failure) {
        assertThat(failure.code()).isEqualTo(TergeCode.INVALID_ARRAY);
    }
}
