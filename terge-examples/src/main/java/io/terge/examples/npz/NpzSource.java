package io.terge.examples.npz;

import io.terge.error.ErrorCode;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.files.OpenFile;
import io.terge.files.Quoted;
import io.terge.files.StoredTensors;
import io.terge.files.zip.ZipArchive;
import io.terge.files.zip.ZipCode;
import io.terge.files.zip.ZipEntry;
import io.terge.spi.format.ModelSource;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;
import io.terge.tensor.StoredBytes;
import io.terge.tensor.Tensor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An open npz file. Checksums are checked while the arrays are read: opening reads headers only.
 */
final class NpzSource implements ModelSource {

    static final String SUFFIX = ".npy";

    private final OpenFile file;
    private final StoredTensors tensors;
    private final List<Problem> warnings;

    private NpzSource(OpenFile file, StoredTensors tensors, List<Problem> warnings) {
        this.file = file;
        this.tensors = tensors;
        this.warnings = List.copyOf(warnings);
    }

    /** Opens a file and checks its headers. */
    static NpzSource open(Path path) throws IOException {
        OpenFile file = OpenFile.open(path);
        try {
            List<Tensor> tensors = new ArrayList<>();
            List<Problem> warnings = new ArrayList<>();
            ZipArchive archive = ZipArchive.read(file);
            for (ZipEntry entry : archive.entries()) {
                String subject = Quoted.of(path) + ": " + Quoted.of(entry.name());
                if (entry.name().endsWith(SUFFIX)) {
                    tensors.add(tensor(archive, entry, subject));
                } else {
                    warnings.add(
                            Problem.of(NpzCode.NPZ_MEMBER_IGNORED, subject + " is not an array"));
                }
            }
            return new NpzSource(file, StoredTensors.of(tensors), warnings);
        } catch (IOException | RuntimeException | Error failure) {
            file.close();
            throw failure;
        }
    }

    private static Tensor tensor(ZipArchive archive, ZipEntry entry, String subject)
            throws IOException {
        String name = entry.name().substring(0, entry.name().length() - SUFFIX.length());
        if (!entry.isStored()) {
            throw new TergeException(
                    Problem.of(ZipCode.ZIP_COMPRESSED, subject + " is compressed or encrypted")
                            .fix("save the arrays with np.savez instead of np.savez_compressed"));
        }
        StoredBytes npy = archive.bytes(entry);
        NpyHeader header = NpyHeader.read(npy, subject);
        ParameterSpec spec = spec(name, header, subject);
        if (spec.byteSize() != entry.size() - header.size()) {
            throw refused(
                    NpzCode.NPZ_INVALID,
                    "%s: expected %d bytes for %s %s, got %d"
                            .formatted(
                                    subject,
                                    spec.byteSize(),
                                    spec.dtype(),
                                    spec.shape(),
                                    entry.size() - header.size()));
        }
        return Tensor.stored(spec, npy.slice(header.size(), spec.byteSize()));
    }

    private static ParameterSpec spec(String name, NpyHeader header, String subject) {
        DType dtype =
                header.dtype()
                        .orElseThrow(
                                () ->
                                        refused(
                                                NpzCode.NPZ_UNSUPPORTED_TYPE,
                                                "%s is of type %s, which is not supported"
                                                        .formatted(
                                                                subject,
                                                                Quoted.text(header.type()))));
        try {
            return ParameterSpec.of(name, dtype, Shape.of(header.dimensions()));
        } catch (IllegalArgumentException tooLarge) {
            throw refused(
                    TergeCode.SHAPE_INVALID,
                    "%s has the shape (%s), which exceeds 64 bits"
                            .formatted(subject, header.shape()));
        }
    }

    private static TergeException refused(ErrorCode code, String message) {
        return new TergeException(Problem.of(code, message));
    }

    @Override
    public List<ParameterSpec> parameters() {
        return tensors.parameters();
    }

    @Override
    public Tensor tensor(String name) {
        return tensors.get(name);
    }

    @Override
    public List<Problem> warnings() {
        return warnings;
    }

    @Override
    public void checkUnchanged() throws IOException {
        file.checkUnchanged();
    }

    @Override
    public List<Path> files() {
        return List.of(file.path());
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
