package io.terge.engine.execute;

/**
 * A run of a parameter that one thread takes on.
 *
 * @param start its first place, from 0
 * @param length its length
 */
record Chunk(long start, int length) {}
