package io.terge.hf.tokenizer;

import io.terge.spi.format.Vocabulary;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The files that list the tokens of a model: the first kind that is there counts. */
public final class TokenizerFiles {

    private record Kind(List<String> files, TokenReader reader) {}

    private static final List<Kind> KINDS =
            List.of(
                    new Kind(List.of("tokenizer.json"), TokenReader.TOKENIZER),
                    new Kind(List.of("vocab.json", "added_tokens.json"), TokenReader.MAP),
                    new Kind(List.of("vocab.txt"), TokenReader.LINES),
                    new Kind(List.of("tokenizer.model"), TokenReader.NONE),
                    new Kind(List.of("spiece.model"), TokenReader.NONE),
                    new Kind(List.of("sentencepiece.bpe.model"), TokenReader.NONE));

    private TokenizerFiles() {}

    /**
     * Finds the tokens of the model in a directory. Reads no file.
     *
     * @param byToken whether the rows of a parameter belong to tokens, by its name
     */
    public static Optional<Vocabulary> in(Path directory, Predicate<String> byToken) {
        return KINDS.stream()
                .filter(kind -> Files.isRegularFile(directory.resolve(kind.files().getFirst())))
                .<Vocabulary>map(kind -> tokens(directory, kind, byToken))
                .findFirst();
    }

    private static TokenFiles tokens(Path directory, Kind kind, Predicate<String> byToken) {
        Stream<Path> files = kind.files().stream().map(directory::resolve);
        return new TokenFiles(files.filter(Files::isRegularFile).toList(), kind.reader(), byToken);
    }
}
