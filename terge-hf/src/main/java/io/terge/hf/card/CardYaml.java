package io.terge.hf.card;

import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.representer.StandardRepresenter;

import java.util.Map;
import java.util.regex.Pattern;

/** Writes front matter. */
final class CardYaml {

    /** Python reads YAML 1.1, in which these are no texts. */
    private static final Pattern NO_TEXT =
            Pattern.compile("(?i)y|n|yes|no|on|off|true|false|null|~|[-+.\\d].*");

    private CardYaml() {}

    /** Returns the lines of these fields: texts, and lists of texts. */
    static String of(Map<String, Object> fields) {
        DumpSettings settings = DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).build();
        return new Dump(settings, new Texts(settings)).dumpToString(fields);
    }

    private static final class Texts extends StandardRepresenter {

        Texts(DumpSettings settings) {
            super(settings);
            representers.put(
                    String.class,
                    text ->
                            representScalar(
                                    Tag.STR,
                                    text.toString(),
                                    NO_TEXT.matcher(text.toString()).matches()
                                            ? ScalarStyle.DOUBLE_QUOTED
                                            : ScalarStyle.PLAIN));
        }
    }
}
