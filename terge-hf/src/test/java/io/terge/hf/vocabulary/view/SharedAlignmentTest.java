package io.terge.hf.vocabulary.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.model.MergedVocabulary;
import io.terge.model.ModelReference;
import io.terge.spi.format.AdapterContext;
import io.terge.spi.format.ModelSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class SharedAlignmentTest {

    @TempDir private Path folder;

    @Test
    void viewsOfOneMergeReadTheTokensOnce() throws IOException {
        Views models = new Views(folder);
        List<Path> all = List.of(models.first(), models.second(), models.third());
        Sharing context = new Sharing(Views.context(), new HashMap<>());
        List<ModelReference> references = Views.references(all);
        MergedVocabulary vocabulary = Views.vocabulary("union", references, 0);
        VocabularyAdapter adapter = new VocabularyAdapter();
        try (ModelSource first = adapter.open(vocabulary.on(references.getFirst()), context)) {
            for (Path each : all) {
                Files.writeString(each.resolve("tokenizer.json"), "not read again");
            }
            try (ModelSource second = adapter.open(vocabulary.on(references.get(1)), context)) {
                assertThat(second.vocabulary().orElseThrow().tokens())
                        .isEqualTo(first.vocabulary().orElseThrow().tokens())
                        .hasSize(6);
            }
        }
        assertThat(context.known()).hasSize(1);
    }

    private record Sharing(AdapterContext context, Map<Object, AlignedTokens> known)
            implements AdapterContext {

        @Override
        public ModelSource open(ModelReference other) throws IOException {
            return context.open(other);
        }

        @Override
        public Optional<String> setting(String name) {
            return context.setting(name);
        }

        @Override
        public void progress(String doing, long done, long total) {
            context.progress(doing, done, total);
        }

        @Override
        public <T> T shared(Class<T> type, Object key, Reading<T> reading) throws IOException {
            AlignedTokens found = known.get(key);
            if (found == null) {
                T read = reading.read();
                known.put(key, (AlignedTokens) read);
                return read;
            }
            return type.cast(found);
        }
    }
}
