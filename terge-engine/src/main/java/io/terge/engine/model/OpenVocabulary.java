package io.terge.engine.model;

import io.terge.engine.plugin.Plugin;
import io.terge.engine.plugin.PluginCall;
import io.terge.model.ModelReference;
import io.terge.spi.format.ModelAdapter;
import io.terge.spi.format.Vocabulary;

import java.io.IOException;
import java.util.Map;

/** A vocabulary whose failures name the adapter that gave it. */
record OpenVocabulary(String name, Vocabulary vocabulary, PluginCall reading)
        implements Vocabulary {

    static Vocabulary of(
            Vocabulary vocabulary, Plugin<ModelAdapter> adapter, ModelReference reference) {
        PluginCall reading = adapter.call("reading the tokens of " + reference.describe());
        return new OpenVocabulary(reading.get(vocabulary::name), vocabulary, reading);
    }

    @Override
    public String identity() throws IOException {
        return reading.getPassing(vocabulary::identity);
    }

    @Override
    public Map<String, Integer> tokens() throws IOException {
        return reading.getPassing(() -> Map.copyOf(vocabulary.tokens()));
    }

    @Override
    public boolean isByToken(String parameter) {
        return reading.get(() -> vocabulary.isByToken(parameter));
    }
}
