package io.terge.pytorch.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.terge.error.TergeException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.List;
import java.util.Random;

/** Damaged pickles are read or rejected, and nothing else happens. */
class MutantsTest {

    private static final int COUNT = Integer.getInteger("terge.mutants", 3_000);
    private static final List<String> NAMES = List.of("plain", "clutter", "binary", "shared");

    @Test
    @Timeout(120)
    void onlyTypedErrorsComeOut() {
        int read = 0;
        for (int seed = 0; seed < COUNT; seed++) {
            Random random = new Random(seed);
            byte[] mutant = mutate(random);
            try {
                Assembler.read(mutant);
                read++;
            } catch (TergeException rejected) {
                assertThat(rejected.getMessage()).contains("'test.pkl': ").contains("at byte ");
            } catch (RuntimeException | Error other) {
                fail("seed " + seed, other);
            }
        }
        assertThat(read).isBetween(1, COUNT - 1);
    }

    private static byte[] mutate(Random random) {
        byte[] bytes = Fixtures.bytes(NAMES.get(random.nextInt(NAMES.size())), random.nextInt(6));
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(bytes.length);
            int from = random.nextInt(bytes.length);
            switch (random.nextInt(3)) {
                case 0 -> bytes[at] = (byte) random.nextInt();
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(Byte.SIZE));
                default -> {
                    int count = Math.min(random.nextInt(16), bytes.length - Math.max(at, from));
                    System.arraycopy(bytes, from, bytes, at, count);
                }
            }
        }
        return bytes;
    }
}
