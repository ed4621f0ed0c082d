package io.terge.hf.safetensors;

import io.terge.error.ErrorCode;
import io.terge.error.Problem;
import io.terge.error.TergeException;
import io.terge.files.Quoted;
import io.terge.tensor.ParameterSpec;

import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks that a model from elsewhere can be said in this format. */
final class WritableCheck {

    private WritableCheck() {}

    /** Checks names and texts. */
    static void texts(Path path, List<ParameterSpec> parameters, Map<String, String> metadata) {
        Set<String> names = new HashSet<>();
        for (ParameterSpec parameter : parameters) {
            String name = parameter.name();
            if (name.equals(SafetensorsHeader.METADATA)) {
                throw unsupported(path, "no parameter can have the name " + Quoted.of(name));
            }
            if (!names.add(name)) {
                throw new IllegalArgumentException(
                        "The blueprint has " + Quoted.of(name) + " twice");
            }
            checkText(path, name);
        }
        metadata.forEach(
                (key, value) -> {
                    checkText(path, key);
                    checkText(path, value);
                });
    }

    /** Checks that the header is not too large to be read again. */
    static void size(Path path, SafetensorsLayout layout) {
        if (layout.headerBytes() > SafetensorsHeader.MAX_BYTES) {
            throw unsupported(
                    path,
                    "the header would take %d bytes; the most is %d"
                            .formatted(layout.headerBytes(), SafetensorsHeader.MAX_BYTES));
        }
    }

    private static void checkText(Path path, String text) {
        CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
        if (!encoder.canEncode(text)) {
            throw unsupported(path, Quoted.of(text) + " has half of a surrogate pair");
        }
    }

    private static TergeException unsupported(Path path, String why) {
        return new TergeException(
                Problem.of(
                        ErrorCode.OUTPUT_NOT_SUPPORTED,
                        Quoted.of(path) + " cannot hold this model: " + why));
    }
}
