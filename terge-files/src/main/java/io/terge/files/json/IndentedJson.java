<<<<<<<< HEAD:terge-hf/src/main/java/io/terge/hf/config/IndentedJson.java
package io.terge.hf.config;
========
package io.terge.files.json;
>>>>>>>> 7fdfec3 (Choose the tokens of a merge in the API, with rules for tokens and intersections):terge-files/src/main/java/io/terge/files/json/IndentedJson.java

import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators.Spacing;

<<<<<<<< HEAD:terge-hf/src/main/java/io/terge/hf/config/IndentedJson.java
/** JSON as Python's libraries write it into configurations: indented by two spaces. */
========
/**
 * JSON as Python's libraries write it into configurations: indented by two spaces.
 *
 * @since 0.1
 */
>>>>>>>> 7fdfec3 (Choose the tokens of a merge in the API, with rules for tokens and intersections):terge-files/src/main/java/io/terge/files/json/IndentedJson.java
public final class IndentedJson extends ObjectWriteContext.Base {

    @Override
    public PrettyPrinter getPrettyPrinter() {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        return new DefaultPrettyPrinter(
                        PrettyPrinter.DEFAULT_SEPARATORS
                                .withObjectNameValueSpacing(Spacing.AFTER)
                                .withObjectEmptySeparator("")
                                .withArrayEmptySeparator(""))
                .withObjectIndenter(lines)
                .withArrayIndenter(lines);
    }

    @Override
    public boolean hasPrettyPrinter() {
        return true;
    }
}
