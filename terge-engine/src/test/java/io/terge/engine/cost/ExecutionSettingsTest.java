package io.terge.engine.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.terge.api.ParameterPlan;
import io.terge.engine.fixture.Plans;
import io.terge.tensor.DType;
import io.terge.tensor.Extent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class ExecutionSettingsTest {

    private static final ExecutionSettings SETTINGS = new ExecutionSettings(2, 30, 40, 50, 60);
    private static final List<ParameterPlan> LARGE =
            List.of(Plans.merge(Extent.BLOCK, 1, 1000, 3000));

    @ParameterizedTest
    @CsvSource({"0, 1, 1, 1", "1, 0, 1, 1", "1, 1, 0, 1", "1, 1, 1, 0", "-1, -1, -1, -1"})
    void arePositive(int threads, long maxMemory, int blockElements, int chunkBytes) {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new ExecutionSettings(
                                        threads, maxMemory, blockElements, chunkBytes, 0))
                .withMessage(
                        "Threads and sizes must be positive, but were %d, %d, %d, %d"
                                .formatted(threads, maxMemory, blockElements, chunkBytes));
    }

    @Test
    void areChangedOneAtATime() {
        assertThat(SETTINGS.threads(9)).isEqualTo(new ExecutionSettings(9, 30, 40, 50, 60));
        assertThat(SETTINGS.maxMemory(9)).isEqualTo(new ExecutionSettings(2, 9, 40, 50, 60));
        assertThat(SETTINGS.vectorBytes(9)).isEqualTo(new ExecutionSettings(2, 30, 40, 50, 9));
    }

    // By hand, for two threads: a chunk of 2^22 bytes holds 146 blocks of 2048 elements of 14
    // bytes, one of 2^21 holds 73, one of 2^16 holds 2. With each go 256 bytes to align its parts
    // and 2048 * (5 * 8 + 40) bytes of arrays.
    @ParameterizedTest
    @CsvSource({
        "100_000_000, 4_194_304, 2",
        "8_700_416, 4_194_304, 2",
        "8_700_415, 2_097_152, 2",
        "4_514_304, 2_097_152, 2",
        "4_514_303, 1_048_576, 2",
        "442_880, 65_536, 2",
        "442_879, 65_536, 1",
        "100, 65_536, 0"
    })
    void chunksAreHalvedUntilAllThreadsHaveRoom(String limit, String chunkBytes, int threads) {
        ExecutionSettings asked = new ExecutionSettings(2, number(limit), 2048, 1 << 22, 7);
        ExecutionSettings.Fitting fitting = asked.fitting(LARGE);
        assertThat(fitting.settings())
                .isEqualTo(new ExecutionSettings(2, number(limit), 2048, number(chunkBytes), 7));
        assertThat(fitting.memory().threads()).isEqualTo(threads);
    }

    @Test
    void chunksThatAreSmallAlreadyStay() {
        ExecutionSettings asked = new ExecutionSettings(2, 100, 2048, 1000, 7);
        assertThat(asked.fitting(LARGE).settings()).isEqualTo(asked);
    }

    @Test
    void memoryIsThatOfTheParameterThatTakesMostOfEachKind() {
        List<ParameterPlan> parameters =
                List.of(
                        Plans.merge(Extent.TENSOR, 1, 100),
                        Plans.copy(DType.I64, DType.I64, 1_000_000),
                        Plans.merge(Extent.TENSOR, 1, 10));
        MemoryUse expected =
                new MemoryUse(1L << 40, 2, (1 << 22) + 64, 100 * 5 * 8 + 2048 * 40, 100 * 4 * 8);
        ExecutionSettings settings = new ExecutionSettings(2, 1L << 40, 2048, 1 << 22, 7);
        assertThat(settings.memory(parameters)).isEqualTo(expected);
        assertThat(settings.memory(parameters.reversed())).isEqualTo(expected);
        assertThat(settings.memory(List.of())).isEqualTo(new MemoryUse(1L << 40, 2, 0, 0, 0));
    }

    private static int number(String digits) {
        return Integer.parseInt(digits.replace("_", ""));
    }
}
