package io.terge.hf.vocabulary;

import io.terge.hf.tokenizer.AddedToken;
import io.terge.hf.tokenizer.TokenList;
import io.terge.model.MergedVocabulary;
import io.terge.model.ModelReference;
import io.terge.model.VocabularyChoice;
import io.terge.model.VocabularyPolicy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/** Small vocabularies of three models, and their alignments. */
final class TokenMaps {

    static final AddedToken X = new AddedToken(2, "x", true, false, true, false, true);

    /** a b c and one row of padding. */
    static final TokenMap FIRST = map(4, List.of(), "a", "b", "c");

    /** b a x y; x is added. */
    static final TokenMap SECOND = map(4, List.of(X), "b", "a", "x", "y");

    /** y b z, and three rows of padding. */
    static final TokenMap THIRD = map(6, List.of(), "y", "b", "z");

    static final List<TokenMap> ALL = List.of(FIRST, SECOND, THIRD);

    private TokenMaps() {}

    static Alignment align(String policy, int base, List<TokenMap> models) {
        VocabularyPolicy chosen =
                VocabularyPolicy.named(policy)
                        .orElseGet(
                                () ->
                                        new VocabularyPolicy.OfModel(
                                                reference(Integer.parseInt(policy))));
        return align(VocabularyChoice.of(chosen), OptionalInt.of(base), models);
    }

    static Alignment align(VocabularyChoice choice, OptionalInt base, List<TokenMap> models) {
        return align(choice, base, models, models.size(), Set.of());
    }

    static Alignment align(
            VocabularyChoice choice,
            OptionalInt base,
            List<TokenMap> models,
            int merged,
            Set<String> needed) {
        List<ModelReference> references =
                IntStream.range(0, merged).mapToObj(TokenMaps::reference).toList();
        return Alignment.of(new MergedVocabulary(choice, references, base), models, needed);
    }

    static ModelReference reference(int model) {
        return ModelReference.at("m" + model);
    }

    static TokenMap map(int rows, List<AddedToken> added, String... tokens) {
        Map<String, Integer> ids = new HashMap<>();
        for (String token : tokens) {
            ids.put(token, ids.size());
        }
        return TokenMap.of("model", new TokenList(ids, added), rows);
    }
}
