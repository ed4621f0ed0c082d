package io.terge.pytorch.pickle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** The pickles that make_pickles.py has made. */
final class Fixtures {

    private Fixtures() {}

    static byte[] bytes(String name, int protocol) {
        String path = "/pickle/" + name + "-" + protocol + ".pkl";
        try (InputStream stream = Fixtures.class.getResourceAsStream(path)) {
            return Objects.requireNonNull(stream, path).readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static PickleDict dict(String name, int protocol) {
        return (PickleDict) Assembler.value(bytes(name, protocol));
    }

    static PickleValue get(PickleValue dict, String key) {
        return ((PickleDict) dict).get(key).orElseThrow();
    }

    static List<PickleValue> items(PickleValue value) {
        return switch (value) {
            case PickleList list -> list.items();
            case PickleTuple tuple -> tuple.items();
            case PickleSet set -> set.items();
            default -> throw new AssertionError("no items: " + value);
        };
    }

    static List<PickleValue> ints(long... values) {
        return IntStream.range(0, values.length)
                .<PickleValue>mapToObj(i -> new PickleInt(values[i]))
                .toList();
    }
}
