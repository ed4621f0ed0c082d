package io.terge.recipes.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** A value in a YAML or JSON file. */
public sealed interface Node {

    /** Where it starts. */
    Place place();

    /** What it is, as messages say it. */
    String kind();

    /**
     * A text, a number or a flag: YAML does not tell them apart where they are not quoted.
     *
     * @param text the value as written, without quotes
     * @param isQuoted whether it is quoted, and therefore a text
     */
    record Scalar(String text, boolean isQuoted, Place place) implements Node {

        @Override
        public String kind() {
            return "'" + text + "'";
        }
    }

    /** No value: {@code null}, {@code ~} or nothing. */
    record Nothing(Place place) implements Node {

        @Override
        public String kind() {
            return "nothing";
        }
    }

    /** A list. */
    record Items(List<Node> values, Place place) implements Node {

        public Items {
            values = List.copyOf(values);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /**
     * A mapping.
     *
     * @param fields its fields by key, in the order of the file
     */
    record Fields(SequencedMap<String, Field> fields, Place place) implements Node {

        public Fields {
            fields = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
        }

        @Override
        public String kind() {
            return "a mapping";
        }
    }

    /**
     * A key and its value.
     *
     * @param key where the key is
     * @param isAnchored whether other values refer to this one, so that the key serves to name it
     */
    record Field(Node value, Place key, boolean isAnchored) {}
}
