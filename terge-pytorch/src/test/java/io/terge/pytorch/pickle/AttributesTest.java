package io.terge.pytorch.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.error.TergeException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls of {@code getattr}, which are harmless only with a class and a name. */
class AttributesTest {

    private static final String GETTER = "c__builtin__\ngetattr\n";

    /** Python writes dotted names in protocol 4, and calls in others. */
    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void membersOfClassesAreNamesHoweverTheyAreWritten(int protocol) {
        PickleDict nested = Fixtures.dict("nested", protocol);
        assertThat(Fixtures.get(nested, "class"))
                .isEqualTo(new PickleGlobal("project.buffers", "Buffer.Entry.Kind"));
        assertThat(Fixtures.get(nested, "method"))
                .isEqualTo(new PickleGlobal("project.buffers", "Buffer.mean"));
        assertThat(((PickleObject) Fixtures.get(nested, "object")).madeBy())
                .isEqualTo("project.buffers.Buffer.Entry");
        assertThat(Assembler.read(Fixtures.bytes("nested", protocol)).globals())
                .contains(new PickleGlobal("project.buffers", "Buffer.Entry.Kind"));
    }

    @ParameterizedTest
    @CsvSource({
        "torch, serialization, load",
        "torch, nn, os",
        "collections, OrderedDict, __class__",
        "pathlib, PosixPath, write_text",
        "torch, nn, hub.os",
        "project, Net, from_pretrained"
    })
    void whatTheyNameIsCheckedAsAnyOther(String module, String name, String attribute) {
        byte[] pickle =
                Assembler.bare()
                        .ascii(GETTER)
                        .ascii("(")
                        .global(module, name)
                        .text(attribute)
                        .ascii("tR")
                        .stop();
        assertHostile(pickle, "'%s.%s.%s'".formatted(module, name, attribute));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Alone, in a tuple, a list, a dictionary, or as the argument of a call.
                "G.",
                "G\u0085.",
                "(Gt.",
                "]Ga.",
                "(Gl.",
                "}(GI1\nu.",
                "}I1\nGs.",
                "cfunctools\npartial\n(Gt\u0081.",
                "cfunctools\npartial\nG\u0085R.",
                // Called otherwise, on other values, or with other names.
                "G)\u0081.",
                "(Go.",
                "(i__builtin__\ngetattr\n.",
                "G)R.",
                "G(ca\nb\ntR.",
                "G(ca\nb\nI1\ntR.",
                "G(ca\nb\nVx\nNtR.",
                "G(Va\nVx\ntR.",
                "G(ca\nb\n)RVx\ntR.",
                "G(ca\nb\nca\nx\ntR.",
                // Kept in the memo, and with a state.
                "Gp0\n0g0\n.",
                "GQ.",
                "G}b."
            })
    void everyOtherUseIsRejected(String pickle) {
        assertHostile(Assembler.bare().ascii(pickle.replace("G", GETTER)).toBytes(), "getattr'");
    }

    @Test
    void withoutAUseItIsOnlyAName() {
        byte[] pickle = Assembler.bare().ascii("N" + GETTER + "0(" + GETTER + "01").stop();
        assertThat(Assembler.value(pickle)).isSameAs(PickleNone.NONE);
        byte[] kept = Assembler.bare().ascii(GETTER + "p0\n0").ascii("g0\n(ca\nb\nVx\ntR").stop();
        assertThat(Assembler.value(kept)).isEqualTo(new PickleGlobal("a", "b.x"));
    }

    @Test
    void noPolicyCanAcceptIt() {
        GlobalPolicy strict = GlobalPolicy.strict(known -> true);
        byte[] pickle = Assembler.bare().global("builtins", "getattr").stop();
        assertThatThrownBy(
                        () -> Unpickler.read(Assembler.input(pickle), PickleLimits.DEFAULT, strict))
                .hasMessageContaining("[PICKLE_HOSTILE]");
    }

    @Test
    void longNamesAndManyNamesAreRejected() {
        Assembler chain = Assembler.bare().ascii("ca\nb\np0\n0");
        for (int i = 0; i < 600; i++) {
            chain.ascii(GETTER).ascii("(g0\nVx\ntRp0\n0");
        }
        assertThatThrownBy(() -> Assembler.read(chain.ascii("N").stop()))
                .hasMessageContaining("a name is longer than 512 characters");
        Assembler many = Assembler.bare();
        for (int i = 0; i <= 10_000; i++) {
            many.ascii(GETTER).ascii("(ca\nb\nVx\ntR0");
        }
        assertThatThrownBy(() -> Assembler.read(many.ascii("N").stop()))
                .hasMessageContaining("more than 10000 attributes");
    }

    private static void assertHostile(byte[] pickle, String text) {
        assertThatThrownBy(() -> Assembler.read(pickle))
                .isInstanceOfSatisfying(
                        TergeException.class,
                        failure -> assertThat(failure.code()).isEqualTo(PickleCode.PICKLE_HOSTILE))
                .hasMessageContaining(text);
    }
}
