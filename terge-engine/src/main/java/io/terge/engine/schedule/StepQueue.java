package io.terge.engine.schedule;

import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.Optional;

/**
 * The steps that have not begun, and the memory that steps may hold together. Not safe by itself:
 * the scheduler's lock guards it.
 */
final class StepQueue {

    private final List<Step> waiting = new LinkedList<>();
    private final long memory;
    private long free;
    private int running;

    /** Makes a queue of steps that may hold so many bytes together. */
    StepQueue(long memory) {
        this.memory = memory;
        this.free = memory;
    }

    void add(List<Step> steps) {
        waiting.addAll(steps);
    }

    /**
     * Begins the first step for which there is memory; what holds more than there is has all for
     * itself. So where none runs and one waits, one begins.
     */
    Optional<Step> begin() {
        Iterator<Step> steps = waiting.iterator();
        while (steps.hasNext()) {
            Step step = steps.next();
            if (taken(step) <= free) {
                free -= taken(step);
                steps.remove();
                running++;
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }

    /** A step that was begun has ended. */
    void end(Step step) {
        free += taken(step);
        running--;
    }

    /** Whether no step runs. */
    boolean isIdle() {
        return running == 0;
    }

    private long taken(Step step) {
        return Math.min(step.held(), memory);
    }
}
