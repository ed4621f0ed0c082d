package io.terge.files.zip;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.terge.error.TergeCode;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.Optional;

/** Names of entries. */
final class EntryName {

    private EntryName() {}

    /** Decodes and checks the name of an entry. */
    static String read(ByteBuffer bytes, ZipProblems problems) {
        String name;
        try {
            name = UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException notText) {
            String shown = UTF_8.decode(bytes.rewind()).toString();
            throw problems.invalid(shown, "has a name that is not UTF-8");
        }
        fault(name)
                .ifPresent(
                        fault -> {
                            throw problems.of(
                                    TergeCode.UNSAFE_PATH,
                                    name,
                                    "has a name that " + fault,
                                    "do not use this file unless you trust its origin");
                        });
        return name;
    }

    /** What is wrong with a name, if anything is, wherever the archive is unpacked. */
    static Optional<String> fault(String name) {
        if (name.isEmpty()) {
            return Optional.of("is empty");
        }
        if (name.indexOf('\0') >= 0) {
            return Optional.of("contains NUL");
        }
        String path = path(name);
        if (path.startsWith("/")) {
            return Optional.of("is an absolute path");
        }
        return Arrays.asList(path.split("/")).contains("..")
                ? Optional.of("leaves the archive by ..")
                : Optional.empty();
    }

    /** The name as Windows understands it: some readers turn backslashes into slashes there. */
    static String path(String name) {
        return name.replace('\\', '/');
    }
}
