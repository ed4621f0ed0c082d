package io.terge.pytorch.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.error.TergeException;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Bombs cost no more than their bytes, and every limit is kept. */
class LimitsTest {

    private static final PickleLimits SMALL = new PickleLimits(1000, 100, 10, 200, 50, 20);

    @Test
    void aMemoBombIsAChainOfSharedValues() {
        // Each list has the one before it ten times: 10^1000 values for a program that expands it.
        Assembler pickle = Assembler.pickle().ascii("]").code('q', 0);
        for (int i = 0; i < 1000; i++) {
            pickle.ascii("](").times(10, "h\u0000").ascii("e").code('q', 0);
        }
        PickleList top = (PickleList) Assembler.value(pickle.stop());
        int depth = 0;
        while (!top.items().isEmpty()) {
            assertThat(top.items()).hasSize(10).containsOnly(top.items().getFirst());
            top = (PickleList) top.items().getFirst();
            depth++;
        }
        assertThat(depth).isEqualTo(1000);
    }

    @Test
    void deepNestingNeedsNoRecursion() {
        int levels = 9_000_000;
        PickleValue value =
                Assembler.value(Assembler.pickle().ascii(")").times(levels, "\u0085").stop());
        int depth = 0;
        while (value instanceof PickleTuple tuple && !tuple.items().isEmpty()) {
            value = tuple.items().getFirst();
            depth++;
        }
        assertThat(depth).isEqualTo(levels);
    }

    @Test
    void tenMillionLevelsExceedALimit() {
        assertTooLarge(
                Assembler.pickle().times(10_000_000, "]").stop(),
                PickleLimits.DEFAULT,
                "the stack is deeper than 4000000");
        assertTooLarge(
                Assembler.pickle().ascii(")").times(10_000_000, "\u0085").stop(),
                PickleLimits.DEFAULT,
                "more than 10000000 values");
    }

    @Test
    void everyLimitIsKept() {
        assertTooLarge(Assembler.bare().times(101, "N").stop(), SMALL, "deeper than 100");
        assertTooLarge(Assembler.bare().times(101, "(").stop(), SMALL, "deeper than 100");
        assertTooLarge(Assembler.bare().times(201, "N0").stop(), SMALL, "more than 200 values");
        assertTooLarge(
                Assembler.bare().ascii("N").times(11, "\u0094").stop(), SMALL, "more than 10");
        assertTooLarge(Assembler.bare().text("x".repeat(51)).stop(), SMALL, "than 50 bytes");
        assertTooLarge(
                Assembler.bare().ascii("V" + "x".repeat(51) + "\n").stop(), SMALL, "than 50");
        assertTooLarge(
                Assembler.bare().ascii("L" + "1".repeat(21) + "\n").stop(), SMALL, "than 20");
        assertTooLarge(
                Assembler.bare().code(0x8a, 21).times(21, "x").stop(), SMALL, "more than 20");
        assertTooLarge(
                Assembler.bare().ascii("N").times(2000, "20").stop(), SMALL, "than the limit");
        assertTooLarge(
                Assembler.bare().stackGlobal("m", "n".repeat(4097)).stop(),
                PickleLimits.DEFAULT,
                "longer than 4096");
    }

    @Test
    void theLimitOfBytesHoldsForEachPickle() throws Exception {
        byte[] two =
                Assembler.bare().ascii("N").times(450, "20").ascii(".N").times(450, "20").stop();
        PickleInput input = Assembler.input(two);
        assertThat(Unpickler.read(input, SMALL).end()).isEqualTo(902);
        assertThat(Unpickler.read(input, SMALL).end()).isEqualTo(1804);
    }

    @Test
    void theMemoTakesAnyIndices() {
        byte[] pickle =
                Assembler.bare()
                        .ascii("I1\nr\u00ff\u00ff\u00ff\u00ff")
                        .ascii("I2\nq\u0000")
                        .ascii("I3\nq\u0001I4\n\u0094")
                        .ascii("j\u00ff\u00ff\u00ff\u00ffh\u0000g1\nh\u0003")
                        .ascii("\u0087.")
                        .toBytes();
        assertThat(((PickleTuple) Assembler.value(pickle)).items())
                .isEqualTo(Fixtures.ints(2, 3, 4));
    }

    @Test
    void textsOfEqualHashCodesAreFast() {
        // 2^16 texts of 16 pairs, each pair with the same hash code.
        Assembler pickle = Assembler.pickle().ascii("}(");
        for (int i = 0; i < 1 << 16; i++) {
            StringBuilder key = new StringBuilder();
            for (int bit = 0; bit < 16; bit++) {
                key.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            pickle.text(key.toString()).ascii("N");
        }
        assertThat(((PickleDict) Assembler.value(pickle.ascii("u").stop())).entries())
                .hasSize(1 << 16);
    }

    @Test
    void aKeyThatComesTwiceKeepsItsPlaceAndTakesTheLastValue() {
        for (int others : List.of(0, 20)) {
            Assembler pickle = Assembler.pickle().ascii("}(").text("k").ascii("I1\nI7\nI1\n");
            for (int i = 0; i < others; i++) {
                pickle.text("other" + i).ascii("N");
            }
            pickle.text("k").ascii("I2\nI7\nI2\nu");
            PickleDict dict = (PickleDict) Assembler.value(pickle.stop());
            assertThat(dict.entries()).hasSize(2 + others);
            assertThat(dict.entries().getFirst().value()).isEqualTo(new PickleInt(2));
            assertThat(dict.get("k")).contains(new PickleInt(2));
            assertThat(dict.get(7)).contains(new PickleInt(2));
        }
    }

    @Test
    void limitsArePositive() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PickleLimits(1, 1, 0, 1, 1, 1));
    }

    private static void assertTooLarge(byte[] pickle, PickleLimits limits, String message) {
        assertThatThrownBy(() -> Assembler.read(pickle, limits))
                .isInstanceOfSatisfying(
                        TergeException.class,
                        failure ->
                                assertThat(failure.code()).isEqualTo(PickleCode.PICKLE_TOO_LARGE))
                .hasMessageContaining(message);
    }
}
