package io.terge.cli.json;

import io.terge.api.MergeReport;
import io.terge.cli.text.RunFigures;
import io.terge.engine.Terge;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a merge did, its time and its memory, in a file. */
public final class ReportJson {

    // No other file beside a model has a field of this name.
    private static final String TELLING_FIELD = "peakMemoryBytes";

    private ReportJson() {}

    /** Writes a report to a file, replacing its contents. */
    public static void write(MergeReport report, RunFigures run, Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            JsonText.write(out, json -> write(report, run, json));
        }
    }

    /** Whether a file is such a report. */
    public static boolean isReport(Path file) {
        try (Reader in = Files.newBufferedReader(file);
                JsonParser json = JsonText.FACTORY.createParser(ObjectReadContext.empty(), in)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                if (name.equals(TELLING_FIELD)) {
                    return true;
                }
                json.nextToken();
                json.skipChildren();
            }
            return false;
        } catch (IOException | JacksonException somethingElse) {
            return false;
        }
    }

    private static void write(MergeReport report, RunFigures run, JsonGenerator json) {
        json.writeStringProperty("terge", Terge.version());
        json.writeStringProperty("output", report.output().describe());
        json.writeNumberProperty("merged", report.merged());
        json.writeNumberProperty("copied", report.copied());
        json.writeNumberProperty("tied", report.tied());
        json.writeNumberProperty("bytesRead", report.bytesRead());
        json.writeNumberProperty("bytesWritten", report.bytesWritten());
        json.writeNumberProperty("seconds", run.seconds());
        json.writeNumberProperty("bytesPerSecond", run.bytesPerSecond());
        json.writeName(TELLING_FIELD);
        if (run.peakMemory().isPresent()) {
            json.writeNumber(run.peakMemory().getAsLong());
        } else {
            json.writeNull();
        }
        json.writeNumberProperty("threads", run.threads());
        json.writeNumberProperty("maxMemoryBytes", run.maxMemory());
        JsonText.writeOmissions(json, "omissions", report.omissions());
        json.writeName("replaced");
        json.writeStartArray();
        report.replaced().forEach(json::writeString);
        json.writeEndArray();
        JsonText.writeProblems(json, "warnings", report.warnings());
        NonFiniteJson.write(json, "nonFinite", report.nonFinite());
    }
}
