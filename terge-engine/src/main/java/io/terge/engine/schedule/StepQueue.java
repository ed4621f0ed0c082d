package io.terge.engine.schedule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The steps that have not begun, and the memory that steps may hold together. Not safe by itself:
 * the scheduler's lock guards it.
 *
 * <p>A thread asks at every chunk, and thousands of steps may wait for memory: so the first that
 * fits is found in a tree, and not by a look at all.
 */
final class StepQueue {

    /** What has begun fits nowhere. */
    private static final long BEGUN = Long.MAX_VALUE;

    private final long memory;
    private final List<Step> steps = new ArrayList<>();
    // A node, from 1 on, has the least that a step below it takes; the steps are its last level.
    private long[] least = {BEGUN, BEGUN};
    private long free;
    private int running;

    /** Makes a queue of steps that may hold so many bytes together. */
    StepQueue(long memory) {
        this.memory = Math.min(memory, BEGUN - 1);
        this.free = this.memory;
    }

    void add(List<Step> more) {
        List<Step> waiting = new ArrayList<>(more.size());
        for (int place = 0; place < steps.size(); place++) {
            if (least[leaves() + place] != BEGUN) {
                waiting.add(steps.get(place));
            }
        }
        waiting.addAll(more);
        steps.clear();
        steps.addAll(waiting);
        least = new long[2 * Integer.highestOneBit(2 * steps.size() + 1)];
        Arrays.fill(least, BEGUN);
        for (int place = 0; place < steps.size(); place++) {
            least[leaves() + place] = taken(steps.get(place));
        }
        for (int node = leaves() - 1; node > 0; node--) {
            least[node] = Math.min(least[2 * node], least[2 * node + 1]);
        }
    }

    /**
     * Begins the first step for which there is memory; what holds more than there is has all for
     * itself. So where none runs and one waits, one begins.
     */
    Optional<Step> begin() {
        if (least[1] > free) {
            return Optional.empty();
        }
        int node = 1;
        while (node < leaves()) {
            node = least[2 * node] <= free ? 2 * node : 2 * node + 1;
        }
        free -= least[node];
        running++;
        Step begun = steps.get(node - leaves());
        least[node] = BEGUN;
        for (int above = node / 2; above > 0; above /= 2) {
            least[above] = Math.min(least[2 * above], least[2 * above + 1]);
        }
        return Optional.of(begun);
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

    private int leaves() {
        return least.length / 2;
    }

    private long taken(Step step) {
        return Math.min(step.held(), memory);
    }
}
