package io.terge.engine.lineage;

import io.terge.api.Lineage;
import io.terge.api.Lineage.Contribution;
import io.terge.api.Lineage.ParameterLineage;
import io.terge.api.ModelUse;
import io.terge.model.ModelReference;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Reads the JSON form of a lineage. Passes over fields that it does not know. */
final class LineageJsonReader {

    private final JsonParser json;

    private LineageJsonReader(JsonParser json) {
        this.json = json;
    }

    static Lineage read(Reader in) throws IOException {
        JsonFactory factory =
                JsonFactory.builder()
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                        .build();
        try (JsonParser json = factory.createParser(ObjectReadContext.empty(), in)) {
            return new LineageJsonReader(json).lineage();
        } catch (JacksonIOException failure) {
            throw failure.getCause(); // Nothing is wrong with the text.
        } catch (UnexpectedEndOfInputException end) {
            throw notALineage("it ends too early", end.getLocation(), end);
        } catch (JacksonException fault) {
            throw notALineage(fault.getOriginalMessage(), fault.getLocation(), fault);
        } catch (NotALineage fault) {
            throw notALineage(String.valueOf(fault.getMessage()), fault.location, fault);
        }
    }

    private Lineage lineage() {
        List<String> version = new ArrayList<>();
        List<ModelUse> models = new ArrayList<>();
        List<ModelUse> base = new ArrayList<>();
        SortedMap<String, ParameterLineage> parameters = new TreeMap<>();
        json.nextToken();
        object(
                field -> {
                    switch (field) {
                        case "terge" -> version.add(text());
                        case "models" -> array(() -> models.add(model()));
                        case "base" -> base.add(model());
                        case "parameters" -> object(name -> parameters.put(name, parameter()));
                        default -> json.skipChildren();
                    }
                });
        Lineage lineage =
                new Lineage(only(version, "terge"), models, only(base, "base"), parameters);
        if (json.nextToken() != null) {
            throw fault("there is more behind its end");
        }
        return lineage;
    }

    private ModelUse model() {
        List<Integer> index = new ArrayList<>();
        List<String> reference = new ArrayList<>();
        List<String> adapter = new ArrayList<>();
        object(
                field -> {
                    switch (field) {
                        case "index" -> index.add(place());
                        case "reference" -> reference.add(location());
                        case "adapter" -> adapter.add(text());
                        default -> json.skipChildren();
                    }
                });
        OptionalInt place =
                index.isEmpty() ? OptionalInt.empty() : OptionalInt.of(index.getFirst());
        return new ModelUse(
                place, ModelReference.at(only(reference, "reference")), only(adapter, "adapter"));
    }

    private ParameterLineage parameter() {
        List<String> method = new ArrayList<>();
        SortedMap<String, String> options = new TreeMap<>();
        List<Contribution> contributions = new ArrayList<>();
        object(
                field -> {
                    switch (field) {
                        case "method" -> method.add(text());
                        case "options" -> object(name -> options.put(name, text()));
                        case "contributions" -> array(() -> contributions.add(contribution()));
                        default -> json.skipChildren();
                    }
                });
        return new ParameterLineage(only(method, "method"), options, contributions);
    }

    private Contribution contribution() {
        List<Integer> model = new ArrayList<>();
        List<Double> weight = new ArrayList<>();
        object(
                field -> {
                    switch (field) {
                        case "model" -> model.add(place());
                        case "weight" -> weight.add(number());
                        default -> json.skipChildren();
                    }
                });
        return new Contribution(only(model, "model"), only(weight, "weight"));
    }

    // The value stands at the parser's current token when a field's reader is called.
    private void object(Consumer<String> field) {
        expect(JsonToken.START_OBJECT);
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            field.accept(name);
        }
    }

    private void array(Runnable element) {
        expect(JsonToken.START_ARRAY);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            element.run();
        }
    }

    private String text() {
        expect(JsonToken.VALUE_STRING);
        return json.getString();
    }

    private String location() {
        String text = text();
        if (text.isEmpty()) {
            throw fault("a reference is empty");
        }
        return text;
    }

    private int place() {
        expect(JsonToken.VALUE_NUMBER_INT);
        return json.getIntValue();
    }

    private double number() {
        if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            expect(JsonToken.VALUE_NUMBER_FLOAT);
        }
        return json.getDoubleValue();
    }

    private void expect(JsonToken token) {
        if (json.currentToken() != token) {
            throw fault("expected %s but found %s".formatted(token, json.currentToken()));
        }
    }

    private NotALineage fault(String what) {
        return new NotALineage(what, json.currentTokenLocation());
    }

    private static IOException notALineage(
            String what, @Nullable TokenStreamLocation at, Exception cause) {
        String where =
                at == null
                        ? ""
                        : " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
        return new IOException("Not a lineage: " + what + where, cause);
    }

    private <T> T only(List<T> values, String field) {
        return Optional.of(values)
                .filter(found -> !found.isEmpty())
                .map(List::getFirst)
                .orElseThrow(() -> fault("no field \"" + field + "\""));
    }

    private static final class NotALineage extends RuntimeException {
        @java.io.Serial private static final long serialVersionUID = 1;

        private final transient TokenStreamLocation location;

        NotALineage(String message, TokenStreamLocation location) {
            super(message);
            this.location = location;
        }
    }
}
