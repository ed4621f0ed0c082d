package io.terge.engine.schedule;

/**
 * A run of a parameter that one thread takes on.
 *
 * @param start its first place, from 0
 * @param length its length
 */
public record Chunk(long start, int length) {}
