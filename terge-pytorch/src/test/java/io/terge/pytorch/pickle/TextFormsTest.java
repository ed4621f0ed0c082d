package io.terge.pytorch.pickle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Forms of values that only old or other picklers write. */
class TextFormsTest {

    @Test
    void byteStringsOfPythonTwoAreTexts() {
        assertThat(read("U\u0002\u00c3\u00a4.")).isEqualTo(new PickleText("ä"));
        assertThat(read("U\u0001\u00e4.")).isEqualTo(new PickleText("ä"));
        assertThat(read("T\u0001\u0000\u0000\u0000\u00e4.")).isEqualTo(new PickleText("ä"));
        assertThat(read("S'\\xe4'\n.")).isEqualTo(new PickleText("ä"));
    }

    @Test
    void quotedStringsHavePythonsEscapes() {
        assertThat(read("S'a\\'b\"\\\\\\n\\t\\x41\\101\\0\\q'\n."))
                .isEqualTo(new PickleText("a'b\"\\\n\tAA\0\\q"));
        assertThat(read("S\"it's\"\r\n.")).isEqualTo(new PickleText("it's"));
        assertThat(read("S''\n.")).isEqualTo(new PickleText(""));
    }

    @Test
    void rawUnicodeHasTwoEscapes() {
        assertThat(read("V\\u20ac \\U0001f600 \u00e4 \\n\n."))
                .isEqualTo(new PickleText("€ \ud83d\ude00 ä \\n"));
        assertThat(read("V\\\\u0041\\\n.")).isEqualTo(new PickleText("\\\\u0041\\"));
    }

    @Test
    void numbersHaveTextForms() {
        assertThat(read("I00\n.")).isEqualTo(new PickleBool(false));
        assertThat(read("I01\n.")).isEqualTo(new PickleBool(true));
        assertThat(read("I-7\r\n.")).isEqualTo(new PickleInt(-7));
        assertThat(read("L12L\n.")).isEqualTo(new PickleInt(12));
        assertThat(read("F-1e3\n.")).isEqualTo(new PickleFloat(-1000));
        assertThat(read("\u008a\u0000.")).isEqualTo(new PickleInt(0));
        assertThat(read("\u008b\u0002\u0000\u0000\u0000\u00ff\u00ff."))
                .isEqualTo(new PickleInt(-1));
    }

    @Test
    void persistentIdsMayBeLines() {
        PicklePersistent persistent = (PicklePersistent) read("Pstorage 7\n.");
        assertThat(persistent.id()).isEqualTo(new PickleText("storage 7"));
    }

    @Test
    void whatIsDroppedFromTheStackIsGone() {
        assertThat(read("I1\nI2\n0.")).isEqualTo(new PickleInt(1));
        assertThat(read("I1\n(I2\nI3\n1.")).isEqualTo(new PickleInt(1));
        assertThat(read("I1\n(0.")).isEqualTo(new PickleInt(1));
        assertThat(((PickleTuple) read("I1\n2\u0086.")).items()).isEqualTo(Fixtures.ints(1, 1));
    }

    private static PickleValue read(String pickle) {
        return Assembler.value(Assembler.bare().ascii(pickle).toBytes());
    }
}
