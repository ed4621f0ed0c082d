package io.terge.files.json;

import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.foreign.MemorySegment;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** How the JSON parser is set up for files that nobody vouches for. */
final class StrictJson {

    private static final byte[] MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);

    private StrictJson() {}

    /** Whether the bytes start with a byte order mark, which some editors put there unseen. */
    static boolean startsWithMark(MemorySegment json) {
        return json.byteSize() >= MARK.length
                && json.asSlice(0, MARK.length).mismatch(MemorySegment.ofArray(MARK)) == -1;
    }

    /** Returns a parser of UTF-8, without a limit to the length of a name or text. */
    static JsonParser parser(MemorySegment json) {
        JsonFactory factory =
                JsonFactory.builder()
                        // The caller limits the whole; depth and digits keep their limits.
                        .streamReadConstraints(
                                StreamReadConstraints.builder()
                                        .maxNameLength(Integer.MAX_VALUE)
                                        .maxStringLength(Integer.MAX_VALUE)
                                        .build())
                        // Names are met once: a table of them would only take memory.
                        .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
                        .build();
        // A reader that is told to be strict: the parser itself would guess at UTF-16 and UTF-32,
        // and let overlong UTF-8 pass.
        Reader text =
                new InputStreamReader(
                        new SegmentInput(json),
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT));
        return factory.createParser(ObjectReadContext.empty(), text);
    }
}
