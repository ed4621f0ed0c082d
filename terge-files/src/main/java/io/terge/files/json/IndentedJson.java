package io.terge.files.json;

import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators.Spacing;

/**
 * JSON as Python's libraries write it into configurations: indented by two spaces.
 *
 * @since 0.1
 */
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
