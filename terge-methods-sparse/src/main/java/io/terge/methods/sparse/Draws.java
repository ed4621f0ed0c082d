package io.terge.methods.sparse;

import io.terge.spi.method.ParameterMerge;
import io.terge.spi.method.RandomNumbers;

import java.util.List;
import java.util.stream.IntStream;

/** The random numbers of all inputs. */
final class Draws {

    private Draws() {}

    static List<RandomNumbers> of(ParameterMerge merge) {
        return IntStream.range(0, merge.inputs().size()).mapToObj(merge::random).toList();
    }
}
