package io.terge.api;

/**
 * The progress of a merge.
 *
 * @param bytesDone bytes of weights that have been read, 0 to {@code bytesTotal}
 * @param bytesTotal bytes of weights to read in total
 * @param parameter the name of the output parameter last worked on
 * @since 0.1
 */
public record MergeProgress(long bytesDone, long bytesTotal, String parameter) {}
