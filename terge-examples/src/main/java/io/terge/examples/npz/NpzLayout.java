package io.terge.examples.npz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.terge.error.ErrorCode;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.files.Quoted;
import io.terge.files.output.FileLayout;
import io.terge.files.output.OutputFile;
import io.terge.files.output.Span;
import io.terge.tensor.ParameterSpec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An npz file before its first number: where every member will be. All that is not known are the
 * checksums of the numbers, and with them the headers that contain them.
 *
 * @param members the members in the order of the file
 */
record NpzLayout(List<NpzMember> members) {

    /**
     * Returns the layout of a file with these parameters.
     *
     * @throws TergeException if the format cannot hold them
     */
    static NpzLayout of(List<ParameterSpec> parameters) {
        List<NpzMember> members = new ArrayList<>();
        long start = 0;
        for (ParameterSpec spec : parameters) {
            if (!NpyHeader.canHold(spec)) {
                throw refused(
                        NpzCode.NPZ_UNSUPPORTED_TYPE,
                        "NumPy has no type for %s, which is %s"
                                .formatted(Quoted.of(spec.name()), spec.dtype()),
                        "choose another output type, such as F32, or another format");
            }
            NpzMember member = new NpzMember(spec, name(spec), NpyHeader.bytes(spec), start);
            members.add(member);
            start = member.end();
        }
        NpzLayout layout = new NpzLayout(List.copyOf(members));
        layout.checkSize();
        return layout;
    }

    private static byte[] name(ParameterSpec spec) {
        String file = spec.name() + ".npy";
        byte[] name = file.getBytes(UTF_8);
        if (!UTF_8.newEncoder().canEncode(file) || name.length > ZipTable.MAX_COUNT) {
            throw refused(
                    TergeCode.OUTPUT_NOT_SUPPORTED,
                    "No member of an npz file can have the name " + Quoted.of(spec.name()),
                    "choose another format");
        }
        return name;
    }

    private void checkSize() {
        if (members.size() >= ZipTable.MAX_COUNT || tableStart() >= ZipTable.MAX_BYTES) {
            throw refused(
                    NpzCode.NPZ_TOO_LARGE,
                    "%d parameters of %d bytes need the zip64 format, which is not supported"
                            .formatted(members.size(), tableStart()),
                    "choose another format");
        }
    }

    private static TergeException refused(ErrorCode code, String message, String fix) {
        return new TergeException(Problem.of(code, message).fix(fix));
    }

    private long tableStart() {
        return members.isEmpty() ? 0 : members.getLast().end();
    }

    /** Where the numbers go; {@link #complete} fills the gaps between them. */
    FileLayout file() {
        Map<String, Span> numbers = new LinkedHashMap<>();
        for (NpzMember member : members) {
            ParameterSpec spec = member.spec();
            numbers.put(spec.name(), new Span(member.numbersStart(), spec.byteSize()));
        }
        return FileLayout.of(new byte[0], numbers);
    }

    /** Writes all headers and the table at the end, when all numbers are in the file. */
    void complete(OutputFile file) throws IOException {
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        for (NpzMember member : members) {
            int checksum = member.checksum(file);
            file.write(member.start(), MemorySegment.ofBuffer(member.head(checksum)));
            table.writeBytes(member.entry(checksum).array());
        }
        ByteBuffer end = NpzMember.little(ZipTable.END_BYTES).putInt(ZipTable.END).putInt(0);
        end.putShort((short) members.size()).putShort((short) members.size());
        end.putInt(table.size()).putInt((int) tableStart()).putShort((short) 0);
        table.writeBytes(end.array());
        file.write(tableStart(), MemorySegment.ofArray(table.toByteArray()));
    }
}
