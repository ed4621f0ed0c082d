package io.terge.api;

/**
 * How far a merge has come.
 *
 * @param bytesDone bytes of weights that have been read, 0 to {@code bytesTotal}
 * @param bytesTotal all bytes of weights that are to be read
 * @param parameter the name of the parameter last worked on
 * @since 0.1
 */
public record MergeProgress(long bytesDone, long bytesTotal, String parameter) {}
