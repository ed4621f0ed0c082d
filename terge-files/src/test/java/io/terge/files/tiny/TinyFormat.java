package io.terge.files.tiny;

import io.terge.files.OpenFile;
import io.terge.files.output.FileLayout;
import io.terge.files.output.Span;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;
import io.terge.tensor.Tensor;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A number of bytes, so many bytes of names, types and shapes, and the weights one by one. */
final class TinyFormat {

    private TinyFormat() {}

    static FileLayout layout(List<ParameterSpec> parameters) throws IOException {
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        DataOutputStream into = new DataOutputStream(table);
        into.writeInt(parameters.size());
        for (ParameterSpec parameter : parameters) {
            into.writeUTF(parameter.name());
            into.writeUTF(parameter.dtype().name());
            into.writeInt(parameter.shape().dimensions().size());
            for (long dimension : parameter.shape().dimensions()) {
                into.writeLong(dimension);
            }
            into.writeLong(parameter.byteSize());
        }
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        new DataOutputStream(head).writeInt(table.size());
        table.writeTo(head);
        Map<String, Span> places = new LinkedHashMap<>();
        long position = head.size();
        for (ParameterSpec parameter : parameters) {
            places.put(parameter.name(), new Span(position, parameter.byteSize()));
            position += parameter.byteSize();
        }
        return FileLayout.of(head.toByteArray(), places);
    }

    static Map<String, Tensor> read(OpenFile file) throws IOException {
        int size = read(file, 0, Integer.BYTES).readInt();
        DataInputStream table = read(file, Integer.BYTES, size);
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        long position = Integer.BYTES + size;
        for (int count = table.readInt(); count > 0; count--) {
            String name = table.readUTF();
            DType type = DType.named(table.readUTF());
            long[] dimensions = new long[table.readInt()];
            for (int i = 0; i < dimensions.length; i++) {
                dimensions[i] = table.readLong();
            }
            long bytes = table.readLong();
            ParameterSpec spec = new ParameterSpec(name, type, Shape.of(dimensions), bytes);
            tensors.put(name, Tensor.stored(spec, file.bytes(position, bytes)));
            position += bytes;
        }
        return tensors;
    }

    private static DataInputStream read(OpenFile file, long start, int size) throws IOException {
        byte[] bytes = new byte[size];
        file.bytes(start, size).read(0, MemorySegment.ofArray(bytes));
        return new DataInputStream(new ByteArrayInputStream(bytes));
    }
}
