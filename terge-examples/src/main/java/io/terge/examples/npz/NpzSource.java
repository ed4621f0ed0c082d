package io.terge.examples.npz;

import io.terge.error.ErrorCode;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.files.OpenFile;
import io.terge.files.Quoted;
import io.terge.spi.format.ModelSource;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;
import io.terge.tensor.StoredBytes;
import io.terge.tensor.Tensor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An open npz file. The checksums of its members are not checked: that would read it all. */
final class NpzSource implements ModelSource {

    private static final String SUFFIX = ".npy";

    private final OpenFile file;
    private final Map<String, Tensor> tensors = new LinkedHashMap<>();
    private final List<Problem> warnings = new ArrayList<>();

    private NpzSource(OpenFile file) {
        this.file = file;
    }

    /** Opens a file and checks its headers. */
    static NpzSource open(Path path) throws IOException {
        NpzSource source = new NpzSource(OpenFile.open(path));
        try {
            for (ZipTable.Member member : ZipTable.members(source.file)) {
                source.add(member);
            }
            return source;
        } catch (IOException | RuntimeException | Error failure) {
            source.close();
            throw failure;
        }
    }

    private void add(ZipTable.Member member) throws IOException {
        String subject = Quoted.of(file.path()) + ": " + Quoted.of(member.name());
        if (!member.name().endsWith(SUFFIX)) {
            warnings.add(Problem.of(NpzCode.NPZ_MEMBER_IGNORED, subject + " is not an array"));
            return;
        }
        String name = member.name().substring(0, member.name().length() - SUFFIX.length());
        StoredBytes npy = file.bytes(member.start(), member.size());
        NpyHeader header = NpyHeader.read(npy, subject);
        ParameterSpec spec = spec(name, header, subject);
        if (spec.byteSize() != member.size() - header.size()) {
            throw refused(
                    NpzCode.NPZ_INVALID,
                    "%s: expected %d bytes for %s %s, got %d"
                            .formatted(
                                    subject,
                                    spec.byteSize(),
                                    spec.dtype(),
                                    spec.shape(),
                                    member.size() - header.size()));
        }
        StoredBytes numbers = file.bytes(member.start() + header.size(), spec.byteSize());
        if (tensors.put(name, Tensor.stored(spec, numbers)) != null) {
            throw refused(TergeCode.DUPLICATE_NAME, subject + " exists twice");
        }
    }

    private static ParameterSpec spec(String name, NpyHeader header, String subject) {
        DType dtype =
                header.dtype()
                        .orElseThrow(
                                () ->
                                        refused(
                                                NpzCode.NPZ_UNSUPPORTED_TYPE,
                                                "%s is of type %s, which is not supported"
                                                        .formatted(subject, header.type())));
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
        return tensors.values().stream().map(Tensor::spec).toList();
    }

    @Override
    public Tensor tensor(String name) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("There is no parameter " + Quoted.of(name));
        }
        return tensor;
    }

    @Override
    public List<Problem> warnings() {
        return List.copyOf(warnings);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
