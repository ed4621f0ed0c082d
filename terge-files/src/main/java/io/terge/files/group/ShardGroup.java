package io.terge.files.group;

import io.terge.spi.format.ParameterGroup;
import io.terge.tensor.ParameterSpec;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file that is one of several shards, for the {@code groups()} of a source that is not
 * {@linkplain io.terge.spi.format.AdapterContext#isNested nested}: merged alone, it would be part
 * of a model.
 *
 * @since 0.1
 */
public final class ShardGroup {

    private static final Pattern NAME =
            Pattern.compile(".*-0*(\\d{1,9})-of-0*(\\d{1,9})\\.[A-Za-z0-9]+");

    private ShardGroup() {}

    /**
     * Returns a group of all parameters of a file, if its name says that it is one of several
     * shards, such as {@code model-00002-of-00005.safetensors}.
     *
     * @param file the file
     * @param parameters its parameters
     */
    public static Optional<ParameterGroup> of(Path file, List<ParameterSpec> parameters) {
        Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
        if (parameters.isEmpty() || !name.matches() || Integer.parseInt(name.group(2)) < 2) {
            return Optional.empty();
        }
        String meaning =
                "a model in %s shards, of which this file is number %s"
                        .formatted(name.group(2), name.group(1));
        return Optional.of(
                ParameterGroup.of(meaning, parameters.stream().map(ParameterSpec::name).toList())
                        .withAdvice(
                                "specify the directory with all shards and their index instead of"
                                        + " the file"));
    }
}
