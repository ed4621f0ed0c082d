package io.terge.pytorch.exported;

import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.files.Quoted;
import io.terge.files.zip.ZipEntry;
import io.terge.pytorch.archive.TorchArchive;
import io.terge.pytorch.tensor.CheckedViews;
import io.terge.pytorch.tensor.Storage;
import io.terge.pytorch.tensor.TensorReader;
import io.terge.pytorch.tensor.TensorView;
import io.terge.pytorch.tensor.TorchType;

import java.util.Optional;

/** Finds the storages of tensors, and checks that the tensors are in them. */
final class PayloadViews {

    private final TorchArchive archive;
    private final String folder;
    private final TensorReader problems;

    /**
     * Makes the views of one list of weights.
     *
     * @param folder where the storages are in the archive's folder
     * @param subject what messages call the list, quoted
     */
    PayloadViews(TorchArchive archive, String folder, String subject) {
        this.archive = archive;
        this.folder = folder;
        this.problems = new TensorReader(subject);
    }

    TensorView of(String name, Payload payload) {
        if (payload.pickled()) {
            throw problems.unsupported(name, "is stored as a pickle");
        }
        TensorMetadata metadata =
                payload.metadata()
                        .orElseThrow(() -> problems.unsupported(name, "has no type and shape"));
        if (metadata.layout() != Enumerations.STRIDED) {
            throw problems.unsupported(
                    name, "has the layout " + Enumerations.layout(metadata.layout()));
        }
        TorchType type =
                Enumerations.type(metadata.type())
                        .orElseThrow(
                                () ->
                                        problems.unsupported(
                                                name, "is of the type " + metadata.type()));
        checkName(name, payload.entry());
        ZipEntry entry = archive.require(folder + payload.entry());
        Storage storage = new Storage(payload.entry(), Optional.of(type), entry.size());
        return new CheckedViews(problems, name)
                .of(storage, type, metadata.offset(), metadata.sizes(), metadata.strides());
    }

    private void checkName(String name, String entry) {
        if (entry.isEmpty()
                || entry.equals(".")
                || entry.equals("..")
                || entry.indexOf('/') >= 0
                || entry.indexOf('\\') >= 0) {
            throw new TergeException(
                    Problem.of(
                            TergeCode.UNSAFE_PATH,
                            "%s: the tensor %s is in %s, which is not a name in its folder"
                                    .formatted(
                                            problems.subject(),
                                            Quoted.of(name),
                                            Quoted.of(entry))));
        }
        if (entry.endsWith(ExportedProgram.LIST)) {
            throw problems.invalid(
                    name, "is in %s, which is a list of weights".formatted(Quoted.of(entry)));
        }
    }
}
