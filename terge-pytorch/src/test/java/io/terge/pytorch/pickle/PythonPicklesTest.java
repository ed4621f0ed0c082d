package io.terge.pytorch.pickle;

import static io.terge.pytorch.pickle.Fixtures.get;
import static io.terge.pytorch.pickle.Fixtures.ints;
import static io.terge.pytorch.pickle.Fixtures.items;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Plain values that Python has pickled in every protocol; make_pickles.py has the values. */
class PythonPicklesTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void numbersHaveTheirValues(int protocol) {
        PickleDict plain = Fixtures.dict("plain", protocol);
        assertThat(get(plain, "none")).isSameAs(PickleNone.NONE);
        assertThat(items(get(plain, "bools")))
                .containsExactly(new PickleBool(true), new PickleBool(false));
        assertThat(items(get(plain, "ints")))
                .isEqualTo(
                        ints(
                                0,
                                1,
                                -1,
                                255,
                                256,
                                65535,
                                65536,
                                Integer.MIN_VALUE,
                                1L << 31,
                                Long.MAX_VALUE,
                                Long.MIN_VALUE));
        BigInteger beyond = BigInteger.TWO.pow(63);
        assertThat(items(get(plain, "big")))
                .containsExactly(
                        new PickleBigInt(beyond),
                        new PickleBigInt(beyond.negate().subtract(BigInteger.ONE)),
                        new PickleBigInt(BigInteger.TEN.pow(300)));
        assertThat(items(get(plain, "floats")))
                .extracting(number -> ((PickleFloat) number).value())
                .containsExactly(
                        0.0,
                        -0.0,
                        1.5,
                        -2.25e-300,
                        Double.POSITIVE_INFINITY,
                        Double.NEGATIVE_INFINITY,
                        Double.NaN);
        assertThat(Assembler.read(Fixtures.bytes("plain", protocol)).protocol())
                .isEqualTo(protocol < 2 ? 0 : protocol);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void textsHaveTheirCharacters(int protocol) {
        assertThat(items(get(Fixtures.dict("plain", protocol), "texts")))
                .extracting(text -> ((PickleText) text).value())
                .containsExactly(
                        "",
                        "ascii",
                        "äöü €",
                        "\ud83d\ude00",
                        "back\\slash \\u0041",
                        "line\nfeed",
                        "x".repeat(300));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void containersHaveTheirParts(int protocol) {
        PickleDict plain = Fixtures.dict("plain", protocol);
        List<PickleValue> tuples = items(get(plain, "tuples"));
        for (int size = 0; size < 5; size++) {
            assertThat(tuples.get(size)).isInstanceOf(PickleTuple.class);
            assertThat(items(tuples.get(size))).isEqualTo(ints(1, 2, 3, 4).subList(0, size));
        }
        PickleValue inner = items(get(get(plain, "nested"), "a")).getFirst();
        assertThat(items(get(items(get(inner, "b")).getFirst(), "c"))).isEmpty();
        assertThat(items(get(plain, "long"))).hasSize(2500).endsWith(new PickleInt(2499));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void keysAreOfAnyKindAndInOrder(int protocol) {
        PickleDict plain = Fixtures.dict("plain", protocol);
        assertThat(plain.get(7)).contains(new PickleText("int key"));
        assertThat(plain.get("missing")).isEmpty();
        List<PickleEntry> last = plain.entries().subList(8, 13);
        assertThat(last.get(1).key()).isInstanceOf(PickleTuple.class);
        assertThat(last.get(2).key()).isSameAs(PickleNone.NONE);
        assertThat(last.get(3)).isEqualTo(entry(new PickleFloat(1.5), "float key"));
    }

    private static PickleEntry entry(PickleValue key, String text) {
        return new PickleEntry(key, new PickleText(text));
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5})
    void bytesAndSetsAreValuesOfTheirOwn(int protocol) {
        PickleDict binary = Fixtures.dict("binary", protocol);
        assertThat(((PickleBytes) items(get(binary, "bytes")).get(1)).toArray())
                .containsExactly(0, 1, 0xff);
        assertThat(((PickleBytes) items(get(binary, "bytes")).get(2)).size()).isEqualTo(300);
        assertThat(items(get(binary, "set"))).isEqualTo(ints(1, 2, 3));
        assertThat(items(get(binary, "frozenset"))).containsExactly(new PickleText("one"));
        if (protocol == 5) {
            assertThat(((PickleBytes) get(binary, "bytearray")).toArray()).containsExactly(2, 3);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void oldProtocolsWriteBytesAndSetsAsCalls(int protocol) {
        PickleDict binary = Fixtures.dict("binary", protocol);
        PickleObject bytes = (PickleObject) items(get(binary, "bytes")).get(1);
        assertThat(bytes.dotted()).isEqualTo("_codecs.encode");
        assertThat(bytes.arguments().items().getFirst())
                .isEqualTo(new PickleText("\u0000\u0001\u00ff"));
        assertThat(((PickleObject) get(binary, "set")).dotted()).isEqualTo("__builtin__.set");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void valuesAreSharedAndMayContainThemselves(int protocol) {
        List<PickleValue> all = items(Assembler.value(Fixtures.bytes("shared", protocol)));
        List<PickleValue> itself = items(all.get(0));
        assertThat(itself.get(0)).isSameAs(itself.get(1));
        assertThat(itself.get(2)).isSameAs(all.get(0));
        assertThat(get(all.get(1), "list")).isSameAs(all.get(0));
        assertThat(get(all.get(1), "table")).isSameAs(all.get(1));
        assertThat(items(items(all.get(2)).getFirst()).getFirst()).isSameAs(all.get(2));
        assertThat(all.get(1)).hasToString("a dict of 2").isEqualTo(all.get(1));
    }

    @Test
    void severalPicklesStandOneAfterTheOther() throws Exception {
        byte[] bytes = Fixtures.bytes("several", 2);
        PickleInput input = Assembler.input(bytes);
        List<PickleValue> values = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Unpickled next = Unpickler.read(input, PickleLimits.DEFAULT);
            assertThat(next.end()).isEqualTo(input.position());
            values.add(next.value());
        }
        assertThat(values.get(0))
                .isEqualTo(new PickleBigInt(new BigInteger("1950a86a20f9469cfc6c", 16)));
        assertThat(values.get(1)).isEqualTo(new PickleInt(1001));
        assertThat(items(get(values.get(3), "weight"))).isEqualTo(ints(1, 2));
        assertThat(input.position()).isEqualTo(bytes.length - "tail".length());
    }

    @Test
    void persistentReferencesKeepTheirIds() {
        PickleValue list = Assembler.value(Fixtures.bytes("persistent", 2));
        PicklePersistent reference = (PicklePersistent) items(list).getFirst();
        assertThat(items(reference.id()))
                .containsExactly(new PickleText("storage"), new PickleFloat(7));
    }
}
