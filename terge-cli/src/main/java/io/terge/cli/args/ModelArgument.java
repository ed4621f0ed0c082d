package io.terge.cli.args;

import io.terge.api.ModelScope;

import java.util.Optional;
import java.util.regex.Pattern;

/** The MODEL of {@code --rename} and {@code --adapter}: an index, {@code *} or {@code base}. */
final class ModelArgument {

    // Nine digits: more are no index of a model, and beyond an int.
    private static final Pattern INDEX = Pattern.compile("\\d{1,9}");

    private ModelArgument() {}

    /** Returns the models that a text means, or nothing if it is none of the three. */
    static Optional<ModelScope> parse(String text) {
        return switch (text.strip()) {
            case "*" -> Optional.of(ModelScope.all());
            case "base" -> Optional.of(ModelScope.base());
            case String index when INDEX.matcher(index).matches() ->
                    Optional.of(ModelScope.model(Integer.parseInt(index)));
            default -> Optional.empty();
        };
    }
}
