package io.terge.examples.fuzz.mutation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Changes of the tokens of a JSON text, or of one like it. */
final class JsonTokens {

    private static final Pattern TOKEN =
            Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"|[-+.\\w]++|\\s++|.", Pattern.DOTALL);
    private static final List<String> ODD =
            """
            0 -0 -1 1 0.5 1e3 1E999 -1e-999 2147483647 2147483648 4294967296 9007199254740993
            9223372036854775807 9223372036854775808 -9223372036854775808 4611686018427387904
            99999999999999999999999999 NaN null true false "" "\\u0000" "\\ud800" "../x" "/" "."
            "a\\nb" "__metadata__" "BF16" "F8_E4M3" "F4" "U64" "identity" [ ] { } , : [] {} [[
            {"a": " \\ // (1,) () (2,3) (-1,-1) True <f8 >f4 |b1 |V2 O [0,0] [1,-1]
            [9223372036854775807,9223372036854775807]
            """
                    .lines()
                    .flatMap(line -> Stream.of(line.split(" ")))
                    .toList();

    private JsonTokens() {}

    static byte[] change(byte[] bytes, RandomGenerator random) {
        List<String> tokens =
                new ArrayList<>(
                        TOKEN.matcher(new String(bytes, ISO_8859_1))
                                .results()
                                .map(MatchResult::group)
                                .toList());
        if (tokens.isEmpty()) {
            return Bytes.change(bytes, random);
        }
        int at = random.nextInt(tokens.size());
        String token = tokens.get(at);
        switch (random.nextInt(7)) {
            case 0 -> tokens.set(at, Pick.of(ODD, random));
            case 1 -> tokens.set(at, Pick.of(tokens, random));
            case 2 -> tokens.add(at, Pick.of(ODD, random));
            case 3 -> tokens.remove(at);
            case 4 -> tokens.set(at, repeated(token, random));
            case 5 -> swap(tokens, at, random.nextInt(tokens.size()));
            default -> repeatRange(tokens, at, random);
        }
        return String.join("", tokens).getBytes(ISO_8859_1);
    }

    private static String repeated(String token, RandomGenerator random) {
        String what = random.nextBoolean() ? token : Pick.of(List.of("[", "{\"a\":", "9"), random);
        return new String(
                Bytes.repeated(what.getBytes(ISO_8859_1), 1 + Pick.repetitions(random)),
                ISO_8859_1);
    }

    private static void swap(List<String> tokens, int one, int other) {
        String token = tokens.set(one, tokens.get(other));
        tokens.set(other, token);
    }

    private static void repeatRange(List<String> tokens, int at, RandomGenerator random) {
        int count = Math.min(tokens.size() - at, 1 + random.nextInt(40));
        List<String> range = List.copyOf(tokens.subList(at, at + count));
        tokens.addAll(random.nextInt(tokens.size() + 1), range);
    }
}
