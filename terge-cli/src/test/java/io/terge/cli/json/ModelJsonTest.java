package io.terge.cli.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.api.ModelDescription;
import io.terge.cli.text.ModelText;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.model.ModelReference;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;

import org.junit.jupiter.api.Test;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** A model with ties and warnings, which no file of the other tests has. */
class ModelJsonTest {

    private static final Problem WARNING =
            Problem.of(TergeCode.CANNOT_READ, "Part of the file is left out")
                    .causedBy("a rule")
                    .note("a note")
                    .fix("do this")
                    .fix("or that");

    private static final ModelDescription MODEL =
            new ModelDescription(
                    ModelReference.at("hub://m"),
                    "hub",
                    List.of(
                            ParameterSpec.of("head", DType.F32, Shape.of(2)),
                            ParameterSpec.of("embedding", DType.F32, Shape.of(2))),
                    new TreeMap<>(Map.of("head", "embedding")),
                    new TreeMap<>(),
                    details(),
                    List.of(),
                    List.of(
                            WARNING,
                            Problem.of(TergeCode.NO_PARAMETERS_TO_MERGE, "Nothing to merge")));

    @Test
    void tiesAndWarningsAreWritten() {
        assertThat(printed(ModelJson::print).replaceAll("\\s+", " "))
                .contains("\"ties\": { \"head\": \"embedding\" }")
                .contains(
                        "\"warnings\": [ { \"code\": \"CANNOT_READ\","
                                + " \"message\": \"Part of the file is left out\","
                                + " \"cause\": \"a rule\","
                                + " \"notes\": [ \"a note\" ],"
                                + " \"fixes\": [ \"do this\", \"or that\" ] }, {"
                                + " \"code\": \"NO_PARAMETERS_TO_MERGE\","
                                + " \"message\": \"Nothing to merge\","
                                + " \"notes\": [ ], \"fixes\": [ ] } ]");
    }

    @Test
    void detailsAreShownInTheirOrder() {
        assertThat(printed(ModelText::print))
                .contains("\nDETAIL   VALUE\nnesting  state_dict\nlayout   zip archive\n");
        assertThat(printed(ModelJson::print).replaceAll("\\s+", " "))
                .contains(
                        "\"details\": { \"nesting\": \"state_dict\", \"layout\": \"zip archive\""
                                + " }");
    }

    @Test
    void tiesAreShownToPeople() {
        assertThat(printed(ModelText::print)).contains("\nTIED  TO\nhead  embedding\n");
    }

    private static SequencedMap<String, String> details() {
        SequencedMap<String, String> details = new LinkedHashMap<>();
        details.put("nesting", "state_dict");
        details.put("layout", "zip archive");
        return details;
    }

    private static String printed(BiConsumer<ModelDescription, PrintWriter> printer) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text, true);
        printer.accept(MODEL, out);
        out.flush();
        return text.toString().replace(System.lineSeparator(), "\n");
    }
}
