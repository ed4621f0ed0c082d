package io.terge.hf.safetensors;

import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.files.Quoted;
import io.terge.spi.format.ModelBlueprint;
import io.terge.tensor.ParameterSpec;

import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Checks that a model from elsewhere can be said in this format. */
final class WritableCheck {

    private WritableCheck() {}

    /** Checks the names of all parameters, and which are tied. */
    static void names(ModelBlueprint blueprint) {
        Set<String> names = HashSet.newHashSet(blueprint.parameters().size());
        for (ParameterSpec parameter : blueprint.parameters()) {
            String name = parameter.name();
            if (name.equals(SafetensorsHeader.METADATA)) {
                throw unsupported("no parameter can have the name " + Quoted.of(name));
            }
            if (!names.add(name)) {
                throw new IllegalArgumentException(
                        "The blueprint has " + Quoted.of(name) + " twice");
            }
            checkText(name);
        }
        blueprint.ties().forEach((name, other) -> checkTie(names, name, other));
    }

    private static void checkTie(Set<String> names, String name, String other) {
        if (names.contains(name) || !names.contains(other)) {
            throw new IllegalArgumentException(
                    "The blueprint ties %s to %s, which must be the only parameter of the two"
                            .formatted(Quoted.of(name), Quoted.of(other)));
        }
        if (name.equals(TieTexts.FORMAT)) {
            throw unsupported("no tied parameter can have the name " + Quoted.of(name));
        }
    }

    /** Checks the texts, those of ties too. */
    static void texts(Map<String, String> texts) {
        texts.forEach(
                (key, value) -> {
                    checkText(key);
                    checkText(value);
                });
    }

    /** Checks that the header is not too large to be read again. */
    static void size(SafetensorsLayout layout) {
        if (layout.headerBytes() > SafetensorsHeader.MAX_BYTES) {
            throw unsupported(
                    "the header would have %d bytes; the maximum is %d"
                            .formatted(layout.headerBytes(), SafetensorsHeader.MAX_BYTES));
        }
    }

    private static void checkText(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                checkSurrogates(text);
                return;
            }
        }
    }

    private static void checkSurrogates(String text) {
        CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
        if (!encoder.canEncode(text)) {
            throw unsupported(Quoted.of(text) + " contains an unpaired surrogate");
        }
    }

    private static TergeException unsupported(String why) {
        return new TergeException(
                Problem.of(
                        TergeCode.OUTPUT_NOT_SUPPORTED,
                        "A safetensors file cannot hold this model: " + why));
    }
}
