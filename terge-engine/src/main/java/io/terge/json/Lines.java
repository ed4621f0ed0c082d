package io.terge.json;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.PrettyPrinter;

/** Breaks lines after every entry, unless it is told to stay on one. */
final class Lines implements PrettyPrinter {

    private int depth;
    private int deepestBroken = Integer.MAX_VALUE;

    /** Writes values, each of which stays on the line that it starts on. */
    void onOneLine(Runnable values) {
        int before = deepestBroken;
        deepestBroken = Math.min(deepestBroken, depth);
        values.run();
        deepestBroken = before;
    }

    @Override
    public void writeRootValueSeparator(JsonGenerator json) {
        json.writeRaw('\n');
    }

    @Override
    public void writeStartObject(JsonGenerator json) {
        json.writeRaw('{');
        depth++;
    }

    @Override
    public void beforeObjectEntries(JsonGenerator json) {
        breakLine(json);
    }

    @Override
    public void writeObjectNameValueSeparator(JsonGenerator json) {
        json.writeRaw(": ");
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator json) {
        separate(json);
    }

    @Override
    public void writeEndObject(JsonGenerator json, int entries) {
        end(json, entries, '}');
    }

    @Override
    public void writeStartArray(JsonGenerator json) {
        json.writeRaw('[');
        depth++;
    }

    @Override
    public void beforeArrayValues(JsonGenerator json) {
        breakLine(json);
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator json) {
        separate(json);
    }

    @Override
    public void writeEndArray(JsonGenerator json, int values) {
        end(json, values, ']');
    }

    private void separate(JsonGenerator json) {
        json.writeRaw(isBroken() ? "," : ", ");
        breakLine(json);
    }

    private void end(JsonGenerator json, int entries, char bracket) {
        boolean breaks = isBroken() && entries > 0;
        depth--;
        if (breaks) {
            breakLine(json);
        }
        json.writeRaw(bracket);
    }

    private boolean isBroken() {
        return depth <= deepestBroken;
    }

    // The same bytes on every system.
    private void breakLine(JsonGenerator json) {
        if (isBroken()) {
            json.writeRaw("\n" + "  ".repeat(depth));
        }
    }
}
