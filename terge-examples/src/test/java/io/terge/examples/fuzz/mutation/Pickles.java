package io.terge.examples.fuzz.mutation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.random.RandomGenerator;

/** Changes of the instructions of pickles. */
final class Pickles {

    private static final List<String> CODES =
            ".NIJKMLFGSTUVXBC]ael)td}su02(1ghjpqrcPQRbio\u0080\u0081\u0082\u0083\u0084\u0085\u0086"
                    .concat("\u0087\u0088\u0089\u008a\u008b\u008c\u008d\u008e\u008f\u0090")
                    .concat("\u0091\u0092\u0093\u0094\u0095\u0096\u0097\u0098")
                    .chars()
                    .mapToObj(Character::toString)
                    .toList();
    // Among them values that contain themselves, and numbers at the limits.
    private static final List<String> ODD =
            List.of(
                    "}q\u0000h\u0000h\u0000s",
                    "]q\u0000h\u0000a",
                    "(h\u0000h\u0001t",
                    ")\u0085",
                    "]\u0085",
                    "2\u0086",
                    "N",
                    "(",
                    "J\u0000\u0000\u0000\u0080",
                    "J\u00ff\u00ff\u00ff\u00ff",
                    "J\u00ff\u00ff\u00ff\u007f",
                    "\u008a\u0008\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u007f",
                    "\u008a\u0008\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0080",
                    "\u008a\u0009\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0080\u0000",
                    "\u008a\u0008\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0040",
                    "K\u0000",
                    "K\u0001",
                    "X\u0000\u0000\u0000\u0000",
                    "G\u007f\u00f0\u0000\u0000\u0000\u0000\u0000\u0000",
                    "ctorch\nbfloat16\n",
                    "ctorch\nDoubleStorage\n",
                    "ctorch._utils\n_rebuild_parameter\n",
                    "ccollections\nOrderedDict\n)R",
                    "cos\nsystem\n",
                    "\u0088",
                    "}",
                    "]",
                    ")");

    private Pickles() {}

    static byte[] change(byte[] bytes, RandomGenerator random) {
        List<byte[]> steps = PickleSteps.of(bytes);
        if (steps.isEmpty()) {
            return Bytes.change(bytes, random);
        }
        int at = random.nextInt(steps.size());
        int other = random.nextInt(steps.size());
        byte[] step = steps.get(at);
        switch (random.nextInt(8)) {
            case 0 -> steps.set(at, steps.set(other, step));
            case 1 -> steps.set(at, Bytes.repeated(step, 1 + Pick.repetitions(random)));
            case 2 -> steps.remove(at);
            case 3 -> steps.add(at, steps.get(other));
            case 4 -> steps.set(at, bytes(Pick.of(ODD, random)));
            case 5 -> steps.add(at, bytes(Pick.of(ODD, random)));
            case 6 -> {
                byte[] changed = step.clone();
                changed[0] = bytes(Pick.of(CODES, random))[0];
                steps.set(at, changed);
            }
            default -> steps.set(at, Bytes.change(step, random));
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        steps.forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static byte[] bytes(String latin) {
        return latin.getBytes(ISO_8859_1);
    }
}
