package io.terge.spi.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

class RandomNumbersTest {

    @ParameterizedTest
    @CsvSource({"0, model.w, 0", "42, model.layers.3.w, 7", "-1, 重み, 1", "9, '', 2147483647"})
    void areTheSplitMixSequenceOfTheirKey(long seed, String name, int model) throws Exception {
        RandomNumbers numbers = RandomNumbers.of(seed, name, model);
        // The JDK's generator is SplitMix64, too.
        SplittableRandom expected = new SplittableRandom(key(seed, name, model));
        for (int element = 0; element < 100; element++) {
            assertThat(numbers.bits(element)).isEqualTo(expected.nextLong());
        }
        SplittableRandom again = new SplittableRandom(key(seed, name, model));
        for (int element = 0; element < 100; element++) {
            assertThat(numbers.uniform(element)).isEqualTo(again.nextDouble());
        }
    }

    @Test
    void areFoundInAnyOrder() {
        RandomNumbers numbers = RandomNumbers.of(1, "w", 0);
        long far = numbers.bits(1L << 40);
        long[] straight = LongStream.range(0, 50).map(numbers::bits).toArray();
        for (int element = 49; element >= 0; element--) {
            assertThat(numbers.bits(element)).isEqualTo(straight[element]);
        }
        assertThat(RandomNumbers.of(1, "w", 0).bits(1L << 40)).isEqualTo(far);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 255, 256, 257, 1000})
    void areComputedForConsecutiveElements(int count) {
        RandomNumbers numbers = RandomNumbers.of(5, "w", 2);
        for (long first : new long[] {0, 3, (1L << 32) - 2}) {
            double[] all = new double[count + 1];
            all[count] = -1;
            numbers.uniform(first, all, count);
            for (int i = 0; i < count; i++) {
                assertThat(all[i]).isEqualTo(numbers.uniform(first + i));
            }
            assertThat(all[count]).isEqualTo(-1);
        }
    }

    @Test
    void areIndependentBetweenModelsAndParameters() {
        int count = 100_000;
        double[] one = uniform("w", 0, count);
        for (double[] other :
                List.of(uniform("w", 1, count), uniform("v", 0, count), uniform("w", 2, count))) {
            double product = 0;
            for (int i = 0; i < count; i++) {
                product += (one[i] - 0.5) * (other[i] - 0.5);
            }
            // Five standard deviations of the correlation of independent numbers.
            double correlation = 12 * product / count;
            assertThat(correlation).isBetween(-5 / Math.sqrt(count), 5 / Math.sqrt(count));
        }
    }

    private static double[] uniform(String name, int model, int count) {
        double[] numbers = new double[count];
        RandomNumbers.of(11, name, model).uniform(0, numbers, count);
        return numbers;
    }

    @Test
    void differBySeedNameAndModel() {
        long bits = RandomNumbers.of(1, "w", 0).bits(0);
        assertThat(RandomNumbers.of(2, "w", 0).bits(0)).isNotEqualTo(bits);
        assertThat(RandomNumbers.of(1, "v", 0).bits(0)).isNotEqualTo(bits);
        assertThat(RandomNumbers.of(1, "w", 1).bits(0)).isNotEqualTo(bits);
    }

    @Test
    void areUniform() {
        RandomNumbers numbers = RandomNumbers.of(3, "w", 0);
        assertThat(LongStream.range(0, 100_000).mapToDouble(numbers::uniform))
                .allMatch(number -> number >= 0 && number < 1);
        double mean =
                LongStream.range(0, 100_000).mapToDouble(numbers::uniform).average().orElseThrow();
        // The mean of so many has a standard deviation of 0.0009.
        assertThat(mean).isBetween(0.495, 0.505);
    }

    @Test
    void areNormal() {
        int count = 200_000;
        RandomNumbers numbers = RandomNumbers.of(3, "w", 0);
        double[] normal = LongStream.range(0, count).mapToDouble(numbers::normal).toArray();
        double sum = 0;
        double squares = 0;
        double products = 0;
        int near = 0;
        for (int e = 0; e < count; e++) {
            sum += normal[e];
            squares += normal[e] * normal[e];
            products += normal[e] * normal[(e + 1) % count];
            near += Math.abs(normal[e]) < 1 ? 1 : 0;
        }
        // Four standard deviations of each: of squares it is sqrt(2).
        double four = 4 / Math.sqrt(count);
        assertThat(sum / count).isBetween(-four, four);
        assertThat(squares / count).isBetween(1 - four * Math.sqrt(2), 1 + four * Math.sqrt(2));
        assertThat(products / count).isBetween(-four, four);
        assertThat(near / (double) count).isBetween(0.6827 - four / 2, 0.6827 + four / 2);
    }

    @Test
    void normalNumbersAreMadeOfTwoUniformOnes() {
        RandomNumbers numbers = RandomNumbers.of(3, "w", 1);
        for (long element : new long[] {0, 1, 77, 1L << 40}) {
            double one = numbers.uniform(2 * element);
            double two = numbers.uniform(2 * element + 1);
            assertThat(numbers.normal(element))
                    .isCloseTo(
                            Math.sqrt(-2 * Math.log1p(-one)) * Math.sin(Math.PI * (0.5 - 2 * two)),
                            within(1e-12));
        }
    }

    /** The first eight bytes of the SHA-256 of seed, model and name. */
    private static long key(long seed, String name, int model)
            throws IOException, NoSuchAlgorithmException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream data = new DataOutputStream(bytes)) {
            data.writeLong(seed);
            data.writeInt(model);
            data.write(name.getBytes(StandardCharsets.UTF_8));
        }
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
        String hex = HexFormat.of().formatHex(digest);
        return Long.parseUnsignedLong(hex.substring(0, 16), 16);
    }
}
