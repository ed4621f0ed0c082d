package io.terge.pytorch.pickle;

import static io.terge.pytorch.pickle.Fixtures.get;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What training checkpoints contain besides weights is read as opaque objects. */
class ClutterTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void objectsKnowWhatMakesThem(int protocol) {
        PickleDict clutter = Fixtures.dict("clutter", protocol);
        String builtins = protocol < 3 ? "__builtin__" : "builtins";
        assertMadeBy(clutter, "namespace", "argparse.Namespace");
        assertMadeBy(clutter, "scalar", "numpy._core.multiarray.scalar");
        assertMadeBy(clutter, "ordered", "collections.OrderedDict");
        assertMadeBy(clutter, "default", "collections.defaultdict");
        assertMadeBy(clutter, "counter", "collections.Counter");
        assertMadeBy(clutter, "datetime", "datetime.datetime");
        assertMadeBy(clutter, "enum", "transformers.trainer_utils.IntervalStrategy");
        assertMadeBy(clutter, "arguments", "transformers.training_args.TrainingArguments");
        assertMadeBy(clutter, "config", "omegaconf.dictconfig.DictConfig");
        assertMadeBy(clutter, "tokenizer", "project.code.Tokenizer");
        assertMadeBy(clutter, "partial", "functools.partial");
        assertMadeBy(clutter, "complex", builtins + ".complex");
        assertMadeBy(clutter, "slice", builtins + ".slice");
        assertThat(get(clutter, "class")).isEqualTo(new PickleGlobal("collections", "OrderedDict"));
    }

    private static void assertMadeBy(PickleDict clutter, String key, String name) {
        assertThat(((PickleObject) get(clutter, key)).madeBy()).as(key).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void statesItemsAndEntriesAreKept(int protocol) {
        PickleDict clutter = Fixtures.dict("clutter", protocol);
        PickleObject namespace = (PickleObject) get(clutter, "namespace");
        assertThat(get(namespace.state().orElseThrow(), "lr")).isEqualTo(new PickleFloat(0.1));
        PickleObject ordered = (PickleObject) get(clutter, "ordered");
        if (protocol > 0) {
            assertThat(ordered.entries().entries())
                    .containsExactly(
                            new PickleEntry(new PickleText("b"), new PickleInt(1)),
                            new PickleEntry(new PickleText("a"), new PickleInt(2)));
        }
        PickleObject config = (PickleObject) get(clutter, "config");
        assertThat(get(config.state().orElseThrow(), "_metadata")).isSameAs(PickleNone.NONE);
        PickleObject scalar = (PickleObject) get(clutter, "scalar");
        assertThat(((PickleObject) scalar.arguments().items().getFirst()).dotted())
                .isEqualTo("numpy.dtype");
    }

    @Test
    void globalsAreListedOnceInOrder() {
        Unpickled old = Assembler.read(Fixtures.bytes("numpy-1", 2));
        assertThat(old.globals())
                .extracting(PickleGlobal::dotted)
                .containsExactly("numpy.core.multiarray.scalar", "numpy.dtype", "_codecs.encode");
        assertThat(Assembler.read(Fixtures.bytes("plain", 4)).globals()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5})
    void keywordsOfNewObjectsAreKept(int protocol) {
        PickleObject object = (PickleObject) get(Fixtures.dict("clutter", protocol), "keywords");
        assertThat(object.call()).isEqualTo(PickleCall.NEWOBJ_EX);
        assertThat(get(object.keywords().orElseThrow(), "size")).isEqualTo(new PickleInt(3));
    }

    @Test
    void objectsOfPythonTwoAreRead() {
        byte[] inst = Assembler.bare().ascii("(I1\nimodule\nType\n.").toBytes();
        byte[] obj = Assembler.bare().ascii("(cmodule\nType\nI1\no.").toBytes();
        for (byte[] pickle : new byte[][] {inst, obj}) {
            PickleObject object = (PickleObject) Assembler.value(pickle);
            assertThat(object.dotted()).isEqualTo("module.Type");
            assertThat(object.arguments().items()).containsExactly(new PickleInt(1));
        }
    }

    @Test
    void classesThatAreReferredToWithTheirSourceAreNamed() {
        byte[] pickle =
                Assembler.bare()
                        .text("module")
                        .global("torch.nn.modules.linear", "Linear")
                        .text("linear.py")
                        .ascii("\u0087Q)\u0081.")
                        .toBytes();
        assertThat(((PickleObject) Assembler.value(pickle)).dotted())
                .isEqualTo("torch.nn.modules.linear.Linear");
    }

    @Test
    void chainsOfCallsAreNamedByTheirStart() {
        byte[] pickle = Assembler.bare().global("a", "b").times(100_000, ")R").stop();
        PickleObject object = (PickleObject) Assembler.value(pickle);
        assertThat(object.dotted()).isEqualTo("a.b()()()");
        assertThat(object).hasToString("an object made by a.b()()()");
        byte[] referred = Assembler.bare().ascii("I1\nQ)R.").toBytes();
        assertThat(((PickleObject) Assembler.value(referred)).dotted())
                .isEqualTo("a persistent reference");
    }
}
