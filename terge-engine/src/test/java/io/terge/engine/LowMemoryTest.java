package io.terge.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.terge.api.MergePlan;
import io.terge.api.MergeRequest;
import io.terge.engine.fixture.Numbers;
import io.terge.engine.fixture.SampleMethods;
import io.terge.error.TergeException;
import io.terge.model.ModelReference;
import io.terge.spi.method.MergeMethod;
import io.terge.tensor.DType;
import io.terge.tensor.TensorArray;
import io.terge.testkit.TinyModel;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

class LowMemoryTest {

    private static final int ELEMENTS = 1_000_003;
    private static final int THREADS = 2;
    private static final long LITTLE = 600_000;

    private final MergeMethod method = SampleMethods.unitNorms();
    private final TinyModel a = TinyModel.seeded(1).with("w", DType.F32, ELEMENTS);
    private final TinyModel b = TinyModel.seeded(2).with("w", DType.F32, ELEMENTS);

    @Test
    void lessIsReadAtATimeAndTheBytesAreTheSame() {
        MergePlan plenty = plan(512_000_000);
        assertThat(plenty.memoryBytes()).isGreaterThan(3 * LITTLE);

        assertThat(plan(LITTLE).memoryBytes()).isBetween(LITTLE / 4, LITTLE);
        assertThat(merge(LITTLE)).isEqualTo(merge(512_000_000));
    }

    @Test
    void theLeastThatIsToldIsEnoughAndLessIsNot() {
        long least = told(1000);
        assertThat(least).isLessThan(LITTLE);
        assertThat(merge(least)).isEqualTo(merge(512_000_000));
        assertThat(told(least * 98 / 100)).isEqualTo(least);
    }

    /** The least limit that the rejection of a lower one tells. */
    private long told(long tooLittle) {
        String message =
                Objects.requireNonNull(
                        catchThrowableOfType(TergeException.class, () -> plan(tooLittle))
                                .getMessage());
        Matcher figure = Pattern.compile("needs ([0-9.]+) KB of memory").matcher(message);
        assertThat(figure.find()).as(message).isTrue();
        return new BigDecimal(figure.group(1)).movePointRight(3).longValueExact();
    }

    private MergePlan plan(long maxMemory) {
        return builder(maxMemory).build().plan(request(new LinkedHashMap<>()));
    }

    private byte[] merge(long maxMemory) {
        Map<String, TensorArray> merged = new LinkedHashMap<>();
        builder(maxMemory).build().merge(request(merged));
        return Numbers.bytes(Objects.requireNonNull(merged.get("w")));
    }

    private TergeBuilder builder(long maxMemory) {
        return Terge.builder().plugin(method).threads(THREADS).maxMemory(maxMemory);
    }

    private MergeRequest request(Map<String, TensorArray> merged) {
        return MergeRequest.builder()
                .model(a.inMemory("a"))
                .model(b.inMemory("b"))
                .method(method.name())
                .to(ModelReference.of(merged, "merged"))
                .build();
    }
}
