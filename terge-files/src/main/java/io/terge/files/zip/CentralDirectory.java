package io.terge.files.zip;

import io.terge.error.TergeException;
import io.terge.tensor.StoredBytes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Reads the directory of an archive piece by piece. */
final class CentralDirectory {

    private final StoredBytes file;
    private final DirectoryPlace place;
    private final ZipProblems problems;

    /** A piece of the directory; its position is that of the next header. */
    private ByteBuffer piece = ZipFormat.little(0);

    private long pieceStart;

    private CentralDirectory(StoredBytes file, DirectoryPlace place, ZipProblems problems) {
        this.file = file;
        this.place = place;
        this.problems = problems;
        this.pieceStart = place.start();
    }

    /** Returns the headers of all entries, in the order of the directory. */
    static List<CentralHeader> read(StoredBytes file, DirectoryPlace place, ZipProblems problems)
            throws IOException {
        return new CentralDirectory(file, place, problems).read();
    }

    private List<CentralHeader> read() throws IOException {
        List<CentralHeader> headers = new ArrayList<>();
        while (headers.size() < place.entries()) {
            ByteBuffer fixed = next(ZipFormat.CENTRAL_BYTES);
            if (fixed.getInt(0) != ZipFormat.CENTRAL) {
                throw malformed();
            }
            int size = CentralHeader.size(fixed);
            headers.add(CentralHeader.read(next(size), place, problems));
            piece.position(piece.position() + size);
        }
        if (position() != place.start() + place.size()) {
            throw problems.invalid(
                    "has data after the %d entries of its directory".formatted(place.entries()));
        }
        return headers;
    }

    private long position() {
        return pieceStart + piece.position();
    }

    /** The next bytes of the directory, which remain the next ones. */
    private ByteBuffer next(int count) throws IOException {
        if (piece.remaining() < count) {
            long position = position();
            long left = place.start() + place.size() - position;
            if (left < count) {
                throw malformed();
            }
            pieceStart = position;
            long size = Math.min(left, Math.max(count, ZipFormat.PIECE));
            piece = ZipFormat.read(file, position, size);
        }
        return piece.slice(piece.position(), count).order(ByteOrder.LITTLE_ENDIAN);
    }

    private TergeException malformed() {
        return problems.invalid("has a malformed directory");
    }
}
