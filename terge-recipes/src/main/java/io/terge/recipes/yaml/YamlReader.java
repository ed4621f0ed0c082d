package io.terge.recipes.yaml;

import io.terge.recipes.RecipeCode;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import org.snakeyaml.engine.v2.schema.Schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Reads YAML, of which JSON is a part. Anchors and merge keys ({@code <<}) are resolved; a file
 * that unfolds to very many values, or refers to itself, is rejected.
 */
public final class YamlReader {

    private static final int MOST_NODES = 100_000;
    private static final int MOST_CHARACTERS = 10_000_000;
    private static final String MERGE = "<<";
    private static final Schema SCHEMA = new CoreSchema();

    private final String file;
    private final Optional<Place> whole;
    private final Problems problems;
    private final Tags tags;
    private int nodes;

    /**
     * @param file the file's name, as messages show it
     * @param problems told of what is wrong
     */
    public YamlReader(String file, Problems problems) {
        this.file = file;
        this.whole = Optional.empty();
        this.problems = problems;
        this.tags = new Tags(SCHEMA.getScalarResolver(), problems);
    }

    /**
     * @param whole where all values are, as far as messages tell
     * @param problems told of what is wrong
     */
    public YamlReader(Place whole, Problems problems) {
        this.file = whole.file();
        this.whole = Optional.of(whole);
        this.problems = problems;
        this.tags = new Tags(SCHEMA.getScalarResolver(), problems);
    }

    /** Returns the documents of a file; those before the first that cannot be read. */
    public List<Node> read(String text) {
        LoadSettings settings =
                LoadSettings.builder()
                        .setLabel(file)
                        .setSchema(SCHEMA)
                        .setCodePointLimit(MOST_CHARACTERS)
                        .build();
        List<Node> documents = new ArrayList<>();
        try {
            for (org.snakeyaml.engine.v2.nodes.Node root :
                    new Compose(settings).composeAllFromString(text)) {
                documents.add(node(root));
            }
        } catch (MarkedYamlEngineException failure) {
            unreadable(place(failure.getProblemMark()), String.valueOf(failure.getProblem()));
        } catch (YamlEngineException failure) {
            unreadable(place(Optional.empty()), String.valueOf(failure.getMessage()));
        } catch (StackOverflowError tooDeep) {
            unreadable(place(Optional.empty()), "values are nested too deeply");
        } catch (UnreadableException failure) {
            unreadable(failure.place, String.valueOf(failure.getMessage()));
        }
        return documents;
    }

    private void unreadable(Place place, String why) {
        String format = file.endsWith(".json") ? "JSON" : "YAML";
        problems.add(
                RecipeCode.RECIPE_UNREADABLE,
                place,
                "Not valid %s: %s".formatted(format, why),
                "correct the " + format);
    }

    private Node node(org.snakeyaml.engine.v2.nodes.Node node) {
        Place place = place(node.getStartMark());
        nodes++;
        if (nodes > MOST_NODES) {
            throw new UnreadableException(place, "the file has too many values");
        }
        if (node.isRecursive()) {
            throw new UnreadableException(place, "a value contains itself");
        }
        tags.check(node, place);
        return switch (node) {
            case ScalarNode scalar -> scalar(scalar, place);
            case SequenceNode list ->
                    new Node.Items(list.getValue().stream().map(this::node).toList(), place);
            case MappingNode mapping -> new Node.Fields(fields(mapping), place);
            default -> throw new UnreadableException(place, "unexpected " + node.getNodeType());
        };
    }

    private Node scalar(ScalarNode scalar, Place place) {
        return scalar.getTag().equals(Tag.NULL)
                ? new Node.Nothing(place)
                : new Node.Scalar(scalar.getValue(), tags.isText(scalar), place);
    }

    private SequencedMap<String, Node.Field> fields(MappingNode mapping) {
        SequencedMap<String, Node.Field> own = new LinkedHashMap<>();
        List<Node> merged = new ArrayList<>();
        for (NodeTuple pair : mapping.getValue()) {
            Place place = place(pair.getKeyNode().getStartMark());
            if (!(pair.getKeyNode() instanceof ScalarNode key)) {
                throw new UnreadableException(place, "a key must be a string");
            }
            tags.check(key, place);
            Node value = node(pair.getValueNode());
            boolean isAnchored = pair.getValueNode().getAnchor().isPresent();
            if (key.getValue().equals(MERGE) && key.getScalarStyle() == ScalarStyle.PLAIN) {
                merged.add(value);
            } else if (own.putIfAbsent(key.getValue(), new Node.Field(value, place, isAnchored))
                    != null) {
                throw new UnreadableException(
                        place, "duplicate key '%s'".formatted(key.getValue()));
            }
        }
        merged.forEach(value -> merge(value, own));
        return own;
    }

    // The mapping's own keys win, then those of the first mapping that has them.
    private static void merge(Node value, SequencedMap<String, Node.Field> into) {
        switch (value) {
            case Node.Fields fields -> fields.fields().forEach(into::putIfAbsent);
            case Node.Items items -> items.values().forEach(each -> merge(each, into));
            default -> throw new UnreadableException(value.place(), "'<<' must be a mapping");
        }
    }

    private Place place(Optional<Mark> mark) {
        return whole.orElseGet(
                () ->
                        mark.map(at -> new Place(file, at.getLine() + 1, at.getColumn() + 1))
                                .orElse(new Place(file, 1, 1)));
    }

    /** Ends the reading of a file. */
    private static final class UnreadableException extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient Place place;

        UnreadableException(Place place, String message) {
            super(message);
            this.place = place;
        }
    }
}
