package io.terge.files.zip;

import io.terge.files.output.Span;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which ranges of an entry have been read, and their checksums. Adjacent ranges become one. Safe
 * for use by several threads at once.
 */
final class ReadRanges {

    /** More separate ranges than threads that read one entry; what is beyond is not checked. */
    static final int MAX_RANGES = 256;

    /** Ends of ranges by their starts; includes those whose checksums are being computed. */
    private final TreeMap<Long, Long> claimed = new TreeMap<>();

    private final TreeMap<Long, Checksum> checksums = new TreeMap<>();
    private boolean abandoned;

    /** Claims those parts of a range that nobody has claimed; the caller must add them all. */
    synchronized List<Span> claim(long start, long end) {
        List<Span> free = new ArrayList<>();
        if (abandoned) {
            return free;
        }
        long from = start;
        Map.Entry<Long, Long> before = claimed.floorEntry(start);
        if (before != null) {
            from = Math.max(from, before.getValue());
        }
        for (Map.Entry<Long, Long> taken : claimed.subMap(start, false, end, false).entrySet()) {
            if (taken.getKey() > from) {
                free.add(new Span(from, taken.getKey() - from));
            }
            from = Math.max(from, taken.getValue());
        }
        if (from < end) {
            free.add(new Span(from, end - from));
        }
        free.forEach(span -> claimWhole(span.start(), span.end()));
        return free;
    }

    private void claimWhole(long start, long end) {
        Map.Entry<Long, Long> before = claimed.floorEntry(start);
        long from = before != null && before.getValue() == start ? before.getKey() : start;
        Long next = claimed.remove(end);
        claimed.put(from, next == null ? end : next);
    }

    /**
     * Adds the checksum of a claimed range.
     *
     * @return the checksum of the range that it is part of now
     */
    synchronized Optional<Checksum> add(long start, Checksum checksum) {
        if (abandoned) {
            return Optional.empty();
        }
        long from = start;
        Checksum joined = checksum;
        Map.Entry<Long, Checksum> before = checksums.lowerEntry(start);
        if (before != null && before.getKey() + before.getValue().size() == start) {
            from = before.getKey();
            joined = before.getValue().then(joined);
        }
        Checksum next = checksums.remove(start + checksum.size());
        joined = next == null ? joined : joined.then(next);
        checksums.put(from, joined);
        giveUpIfTooMany();
        return Optional.of(joined);
    }

    private void giveUpIfTooMany() {
        if (Math.max(checksums.size(), claimed.size()) > MAX_RANGES) {
            abandoned = true;
            claimed.clear();
            checksums.clear();
        }
    }
}
