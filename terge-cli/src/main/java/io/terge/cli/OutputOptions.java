package io.terge.cli;

import io.terge.api.MergeRequestBuilder;
import io.terge.cli.args.ByteSize;
import io.terge.cli.args.OutputType;
import io.terge.cli.args.ReferenceArgument;
import io.terge.model.ModelReference;
import io.terge.tensor.DType;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.util.Optional;

/** The options that say where the result goes and how it is stored. */
final class OutputOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--out",
            paramLabel = "OUT",
            converter = ReferenceArgument.class,
            description =
                    "Where the result goes: one file if it ends in .safetensors, else a directory.")
    private Optional<ModelReference> target = Optional.empty();

    @Option(
            names = "--in-place",
            description = "Replace the base by the result, at once and as a whole.")
    private boolean inPlace;

    @Option(
            names = "--overwrite",
            description =
                    "Replace a model that is at OUT already, and the files of --lineage and"
                            + " --json-report.")
    private boolean overwrite;

    @Option(
            names = "--dtype",
            paramLabel = "TYPE",
            converter = OutputType.class,
            description =
                    "Store all floating parameters in this type: bf16, f16, f32, f64, f8_e4m3 or"
                            + " f8_e5m2. Default: the base's, one by one.")
    private Optional<DType> dtype = Optional.empty();

    @Option(
            names = "--shard-size",
            paramLabel = "SIZE",
            converter = ByteSize.Converter.class,
            description =
                    "Split a directory's weights into files of at most this size, such as 5GB or"
                            + " 500MiB.")
    private Optional<ByteSize> shardSize = Optional.empty();

    /** Adds these options to a request. */
    void addTo(MergeRequestBuilder request) {
        if (target.isPresent() && inPlace) {
            throw new ParameterException(
                    command.commandLine(), "--out and --in-place exclude each other: give one");
        }
        target.ifPresent(request::to);
        if (inPlace) {
            request.inPlace();
        }
        if (overwrite) {
            request.overwrite();
        }
        dtype.ifPresent(request::dtype);
        shardSize.ifPresent(size -> request.shardSize(size.bytes()));
    }

    /**
     * Checks that there is a place for the result.
     *
     * @throws ParameterException if there is none
     */
    void requireTarget() {
        if (target.isEmpty() && !inPlace) {
            throw new ParameterException(
                    command.commandLine(),
                    "There is no place for the result: give --out OUT or --in-place");
        }
    }

    boolean overwrite() {
        return overwrite;
    }
}
