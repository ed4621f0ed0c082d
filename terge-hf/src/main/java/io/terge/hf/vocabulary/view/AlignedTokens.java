package io.terge.hf.vocabulary.view;

import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.files.Quoted;
import io.terge.hf.vocabulary.Alignment;
import io.terge.model.MergedVocabulary;
import io.terge.model.ModelReference;
import io.terge.model.ViewSettings;
import io.terge.spi.format.Companion;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The tokens of a merge, as they were read.
 *
 * @param alignment the tokens of the output
 * @param digests what tells the tokenizers that were read from others
 */
record AlignedTokens(Alignment alignment, List<String> digests) {

    AlignedTokens {
        digests = List.copyOf(digests);
    }

    /** What tells a tokenizer from others: the SHA-256 of its file. */
    static String digest(Companion tokenizer) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java runtime has SHA-256", impossible);
        }
        try (InputStream stream = tokenizer.open()) {
            new DigestInputStream(stream, digest).transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * Checks that tokens are those that a plan was made for, if they are asked for by a plan.
     *
     * @param digests what tells the tokens of all models from others
     * @throws TergeException with {@link TergeCode#MODEL_CHANGED} if a model has others
     */
    static void check(MergedVocabulary asked, List<String> digests) {
        List<String> planned = asked.digests();
        for (int index = 0; index < digests.size() && !planned.isEmpty(); index++) {
            if (index >= planned.size() || !digests.get(index).equals(planned.get(index))) {
                throw changed(asked.all().get(index));
            }
        }
    }

    private static TergeException changed(ModelReference model) {
        return new TergeException(
                Problem.of(
                                TergeCode.MODEL_CHANGED,
                                "The tokens of %s have changed since the plan was made"
                                        .formatted(Quoted.of(ViewSettings.shown(model))))
                        .note("its tokenizer.json is another one, so rows may be others")
                        .fix(
                                "plan again, and do not modify the models until the merge is"
                                        + " done"));
    }
}
