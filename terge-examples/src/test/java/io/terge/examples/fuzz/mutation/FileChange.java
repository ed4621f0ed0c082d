package io.terge.examples.fuzz.mutation;

import java.util.List;

/** Chooses the changes that reach deep into a file. */
public final class FileChange {

    private FileChange() {}

    /**
     * Returns a change for a file, by what it looks like.
     *
     * @param name the file's name
     * @param bytes its contents
     */
    public static Mutation of(String name, byte[] bytes) {
        int first = bytes.length == 0 ? -1 : bytes[0] & 0xff;
        Mutation deep =
                switch (first) {
                    case '{', '[' -> JsonTokens::change;
                    case 'P' -> Mutation.oneOf(List.of(ZipFields::change, ZipContents::change));
                    case 0x80 -> Pickles::change;
                    case 0x93 -> PrefixedText.NPY;
                    default ->
                            name.endsWith(".safetensors")
                                    ? PrefixedText.SAFETENSORS
                                    : Bytes::change;
                };
        return Mutation.oneOf(List.of(deep, deep, deep, Bytes::change));
    }
}
