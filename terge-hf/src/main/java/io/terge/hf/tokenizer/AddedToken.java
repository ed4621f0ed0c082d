package io.terge.hf.tokenizer;

/**
 * A token that a {@code tokenizer.json} adds to the vocabulary of its model, with the flags of the
 * file.
 *
 * @param id its number
 * @param content its text
 * @param singleWord whether it matches whole words only
 * @param lstrip whether it takes the white space before it
 * @param rstrip whether it takes the white space behind it
 * @param normalized whether it is looked for in the normalised text
 * @param special whether it is left out of decoded text
 */
public record AddedToken(
        int id,
        String content,
        boolean singleWord,
        boolean lstrip,
        boolean rstrip,
        boolean normalized,
        boolean special) {

    /** Returns the token that a text alone becomes when it is added. */
    public static AddedToken plain(int id, String content) {
        return new AddedToken(id, content, false, false, false, true, false);
    }

    /** Returns this token with another number. */
    public AddedToken withId(int other) {
        return new AddedToken(other, content, singleWord, lstrip, rstrip, normalized, special);
    }
}
