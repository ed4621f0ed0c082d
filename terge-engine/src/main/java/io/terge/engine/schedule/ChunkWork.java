package io.terge.engine.schedule;

/** What is done to a chunk. */
@FunctionalInterface
public interface ChunkWork {

    /** Does the work, with the memory of the thread that it runs on. */
    void run(Chunk chunk, WorkerMemory memory);
}
