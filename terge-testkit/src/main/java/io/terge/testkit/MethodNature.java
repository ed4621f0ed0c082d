package io.terge.testkit;

import io.terge.spi.method.InputCount;
import io.terge.spi.method.MergeMethod;
import io.terge.spi.method.Weighting;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What an author says of a method, for {@link MergeMethodContract} to hold it to. */
abstract class MethodNature {

    /** Returns the method under test: the same object or a new one each time. */
    protected abstract MergeMethod method();

    /**
     * The numbers of models to test with. The default is the minimum of the method's description,
     * and those of one, two, three and many that it allows.
     */
    protected List<Integer> inputCounts() {
        InputCount allowed = method().describe().inputs();
        return Stream.of(1, 2, 3, 9, allowed.least())
                .filter(allowed::allows)
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * Whether merging models that equal each other and the base gives that model. The default is
     * {@code true} if weights are not absolute or the base is read.
     */
    protected boolean isIdempotent() {
        return method().describe().weighting() != Weighting.ABSOLUTE
                || cases().all().allMatch(example -> example.access(method()).usesBase());
    }

    /** Whether the output does not depend on the order of the models (with their weights). */
    protected boolean ignoresModelOrder() {
        return true;
    }

    /** Whether a NaN in a model gives a NaN in the output, instead of being hidden. */
    protected boolean propagatesNaN() {
        return true;
    }

    /**
     * Whether a model with all the weight is the output, as with a weighted mean. The default is
     * {@code false}.
     */
    protected boolean givesTheModelWithAllWeight() {
        return false;
    }

    /**
     * Whether models that equal the base give the base bit for bit, instead of within rounding. The
     * default is {@code false}.
     */
    protected boolean keepsTheBaseExactly() {
        return false;
    }

    /**
     * Values of options by name, for options whose default or middle value is not suitable for
     * tests. Required for a text option without choices and default.
     */
    protected Map<String, String> optionValues() {
        return Map.of();
    }

    /** The maximum relative error of the output caused by rounding in {@code double}. */
    protected double tolerance() {
        return 1e-12;
    }

    final MethodChecks checks() {
        return new MethodChecks(this::method, inputCounts(), optionValues(), tolerance());
    }

    final Stream<MergeCase> allCases() {
        return Stream.concat(cases().all(), checks().ofOptions());
    }

    final MergeCases cases() {
        return checks().cases();
    }

    final Subject subject() {
        return checks().subject();
    }
}
