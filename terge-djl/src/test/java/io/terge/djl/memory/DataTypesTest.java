package io.terge.djl.memory;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.DataType;

import io.terge.tensor.DType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DataTypesTest {

    // Creating an array of most of these ends the process.
    @ParameterizedTest
    @EnumSource(
            names = {
                "BFLOAT16",
                "INT16",
                "UINT16",
                "UINT32",
                "UINT64",
                "COMPLEX64",
                "UNKNOWN",
                "STRING"
            })
    void refusesTypesThatDjlCannotHandle(DataType type) {
        assertThat(DataTypes.dtype(type)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aSupportedTypeHasElementsOfTheSameSize(DataType type) {
        assertThat(DataTypes.dtype(type).map(DType::bits).orElse(8 * type.getNumOfBytes()))
                .isEqualTo(8 * type.getNumOfBytes());
    }

    @Test
    void listsTheSupportedTypes() {
        assertThat(DataTypes.names())
                .isEqualTo("FLOAT32, FLOAT64, FLOAT16, UINT8, INT32, INT8, INT64, BOOLEAN");
    }
}
