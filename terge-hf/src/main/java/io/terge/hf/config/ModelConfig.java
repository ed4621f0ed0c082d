package io.terge.hf.config;

import io.terge.error.Problem;
import io.terge.files.Quoted;
import io.terge.files.json.JsonFailure;
import io.terge.tensor.ParameterSpec;

import tools.jackson.core.JacksonException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** The configuration of a model, as far as merging needs it. Immutable. */
public final class ModelConfig {

    private static final String FILE = "config.json";

    /** A configuration is some KB; what is larger is not one. */
    private static final int MAX_BYTES = 16 << 20;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final ConfigValue root;
    private final boolean hasQuantizationFile;
    private final List<Problem> warnings;

    private ModelConfig(ConfigValue root, boolean hasQuantizationFile, List<Problem> warnings) {
        this.root = root;
        this.hasQuantizationFile = hasQuantizationFile;
        this.warnings = List.copyOf(warnings);
    }

    /**
     * Reads the configuration in a directory. One that is missing or malformed says nothing.
     *
     * @throws IOException if it cannot be read
     */
    public static ModelConfig read(Path directory) throws IOException {
        Path file = directory.resolve(FILE);
        boolean hasQuantizationFile =
                Files.isRegularFile(directory.resolve("hf_quant_config.json"));
        ConfigValue root = ConfigValue.of(Map.of());
        if (!Files.isRegularFile(file)) {
            return new ModelConfig(root, hasQuantizationFile, List.of());
        }
        byte[] contents;
        try (InputStream stream = Files.newInputStream(file)) {
            contents = stream.readNBytes(MAX_BYTES + 1);
        }
        if (contents.length > MAX_BYTES) {
            return new ModelConfig(
                    root, hasQuantizationFile, List.of(invalid(file, "it exceeds 16 MiB")));
        }
        try {
            List<Problem> warnings = hasByteOrderMark(contents) ? List.of(marked(file)) : List.of();
            return new ModelConfig(ConfigReader.read(contents), hasQuantizationFile, warnings);
        } catch (JacksonException malformed) {
            JsonFailure said = new JsonFailure(malformed);
            return new ModelConfig(
                    root, hasQuantizationFile, List.of(invalid(file, said.why() + said.place())));
        }
    }

    private static boolean hasByteOrderMark(byte[] contents) {
        return contents.length >= BYTE_ORDER_MARK.length
                && Arrays.equals(
                        contents,
                        0,
                        BYTE_ORDER_MARK.length,
                        BYTE_ORDER_MARK,
                        0,
                        BYTE_ORDER_MARK.length);
    }

    /** The reader of terge skips it. */
    private static Problem marked(Path file) {
        return Problem.of(
                        ConfigCode.CONFIG_INVALID,
                        "%s starts with a byte order mark (BOM), which transformers rejects"
                                .formatted(Quoted.of(file)))
                .fix("save the file as UTF-8 without a byte order mark");
    }

    private static Problem invalid(Path file, String why) {
        return Problem.of(
                        ConfigCode.CONFIG_INVALID,
                        "%s is not a valid configuration: %s".formatted(Quoted.of(file), why))
                .note("it is copied unchanged, and not compared with those of other models")
                .fix("repair the file, or download it again");
    }

    /** What models should have in common, from a short name to its value. */
    public SequencedMap<String, String> traits() {
        return Traits.of(root);
    }

    /**
     * Names of parameters that the model computes as other ones, whether or not it stores them.
     *
     * @param parameters the parameters that it stores
     * @return the stored parameter by the other name
     */
    public Map<String, String> aliases(List<ParameterSpec> parameters) {
        return new TiedNames(root).in(parameters);
    }

    /** Whether weights are quantised. */
    public Quantization quantization() {
        return Quantization.of(root, hasQuantizationFile);
    }

    /**
     * Whether the file itself says that weights are quantised, but none of these parameters is.
     *
     * @param parameters all parameters of a model that would have this configuration
     */
    public boolean hasStaleQuantization(List<ParameterSpec> parameters) {
        return Quantization.of(root, false).isStale(parameters);
    }

    /** What the user should know about the file. */
    public List<Problem> warnings() {
        return warnings;
    }
}
