package io.terge.hf.card;

import io.terge.files.Quoted;
import io.terge.model.ModelReference;
import io.terge.spi.format.MergeSummary.Model;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a card names models. */
final class ModelName {

    /** How a model from the hub is named: with its commit. */
    private static final Pattern HUB = Pattern.compile("([^/]+/[^/@]+)@[0-9a-f]{40}");

    private ModelName() {}

    /** The name on the hub, or that of the file: paths are nobody's concern. */
    static String of(Model model) {
        return of(model.reference());
    }

    static String of(ModelReference reference) {
        return code(
                onHub(reference)
                        .or(() -> reference.path().map(Path::getFileName).map(Path::toString))
                        .orElseGet(reference::describe));
    }

    /** The name on the hub, of a model that comes from there. */
    static Optional<String> onHub(Model model) {
        return onHub(model.reference());
    }

    private static Optional<String> onHub(ModelReference reference) {
        return reference
                .path()
                .map(path -> HUB.matcher(path.toString()))
                .filter(Matcher::matches)
                .map(name -> name.group(1));
    }

    /** A text from a file, in which nothing is Markdown. */
    static String code(String text) {
        String plain = Quoted.text(text).replace('`', '\'').replace("|", "/");
        return '`' + plain + '`';
    }
}
