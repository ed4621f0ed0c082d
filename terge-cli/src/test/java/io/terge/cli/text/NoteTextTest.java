package io.terge.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.api.Lineage;
import io.terge.api.ModelUse;
import io.terge.model.ModelReference;

import org.junit.jupiter.api.Test;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

class NoteTextTest {

    @Test
    void notesAreShownWithTheirParameterAndFiveOfOneText() {
        SortedMap<String, Lineage.ParameterLineage> parameters = new TreeMap<>();
        for (int i = 0; i < 7; i++) {
            parameters.put("p" + i, parameter("zero norm"));
        }
        parameters.put("p1", parameter("zero norm", "rank 3\u001b[31m"));
        parameters.put("silent", parameter());

        assertThat(text(List.of(), parameters))
                .isEqualTo(
                        """
                        note: p0: zero norm
                        note: p1: zero norm
                        note: p2: zero norm
                        note: p3: zero norm
                        note: p4: zero norm
                              and 2 more
                        note: p1: rank 3\\u001b[31m
                        """);
    }

    @Test
    void theNotesOfSurveysHaveTheirMethod() {
        Lineage.Survey survey =
                new Lineage.Survey("ties", new TreeMap<>(), "found", List.of("a far model"));

        assertThat(text(List.of(survey), new TreeMap<>())).isEqualTo("note: ties: a far model\n");
        assertThat(text(List.of(), new TreeMap<>())).isEmpty();
    }

    private static Lineage.ParameterLineage parameter(String... notes) {
        return new Lineage.ParameterLineage(
                Optional.empty(),
                "ties",
                new TreeMap<>(),
                OptionalDouble.empty(),
                List.of(),
                List.of(notes));
    }

    private static String text(
            List<Lineage.Survey> surveys, SortedMap<String, Lineage.ParameterLineage> parameters) {
        ModelUse base =
                new ModelUse(OptionalInt.of(0), ModelReference.at("a"), "safetensors", "digest");
        StringWriter text = new StringWriter();
        NoteText.print(
                new Lineage(
                        "0.1.0",
                        List.of(base),
                        base,
                        0,
                        List.of(),
                        surveys,
                        parameters,
                        new TreeMap<>(),
                        new TreeMap<>(),
                        List.of()),
                new PrintWriter(text, true));
        return text.toString().replace(System.lineSeparator(), "\n");
    }
}
