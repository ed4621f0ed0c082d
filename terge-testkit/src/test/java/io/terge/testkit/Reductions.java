package io.terge.testkit;

import io.terge.spi.method.Block;
import io.terge.spi.method.Reduction;

/** Statistics that methods under test gather. */
final class Reductions {

    private Reductions() {}

    /** The sum of the first input, which depends on the order of its additions. */
    record Sum(boolean isExact) implements Reduction<Double> {

        @Override
        public Double start() {
            return 0.0;
        }

        @Override
        public Double add(Double soFar, Block block) {
            double sum = soFar;
            for (int e = 0; e < block.length(); e++) {
                sum += block.input(0)[e];
            }
            return sum;
        }

        @Override
        public Double join(Double left, Double right) {
            return left + right;
        }
    }

    /** The largest number of the first input. */
    record Largest() implements Reduction<Double> {

        @Override
        public Double start() {
            return Double.NEGATIVE_INFINITY;
        }

        @Override
        public Double add(Double soFar, Block block) {
            double most = soFar;
            for (int e = 0; e < block.length(); e++) {
                most = Math.max(most, block.input(0)[e]);
            }
            return most;
        }

        @Override
        public Double join(Double left, Double right) {
            return Math.max(left, right);
        }

        @Override
        public boolean isExact() {
            return true;
        }
    }

    /** How many blocks there are. */
    record Blocks() implements Reduction<Integer> {

        @Override
        public Integer start() {
            return 0;
        }

        @Override
        public Integer add(Integer soFar, Block block) {
            return soFar + 1;
        }

        @Override
        public Integer join(Integer left, Integer right) {
            return left + right;
        }
    }
}
