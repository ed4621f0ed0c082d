package io.terge.engine.plan;

import io.terge.spi.method.Access;
import io.terge.spi.method.MergeInput;
import io.terge.spi.method.MergeMethod;
import io.terge.spi.method.MethodDescription;
import io.terge.spi.method.MethodOption;
import io.terge.spi.method.MethodOptions;
import io.terge.spi.method.Output;
import io.terge.spi.method.ParameterMerge;

import java.util.List;

/** Methods of which a plan needs what they declare. */
final class SettingMethods {

    private SettingMethods() {}

    /** A method with a base, options per model, required and whole ones, and faults of its own. */
    static final class Sparse implements MergeMethod {

        @Override
        public String name() {
            return "sparse";
        }

        @Override
        public MethodDescription describe() {
            return MethodDescription.of("sparse")
                    .absoluteWeights()
                    .withBase()
                    .option(MethodOption.number("density", "kept").between(0, 1).perModel())
                    .option(MethodOption.number("lambda", "scale").orElse(1))
                    .option(MethodOption.number("epsilon", "spread").orElse(0))
                    .option(
                            MethodOption.whole("rank", "rank")
                                    .between(1, Integer.MAX_VALUE)
                                    .orElse(1));
        }

        @Override
        public List<String> faults(MethodOptions options, List<MergeInput> inputs) {
            return options.number("epsilon") == 0
                    ? List.of()
                    : List.of(
                            "100%% density and epsilon do not go together for model %d"
                                    .formatted(inputs.getFirst().model()));
        }

        @Override
        public Output merge(ParameterMerge merge) {
            throw new AssertionError("Only planned");
        }
    }

    /** A method whose weights stay as they are. */
    static final class Summing implements MergeMethod {

        @Override
        public String name() {
            return "summing";
        }

        @Override
        public MethodDescription describe() {
            return MethodDescription.of("sum").absoluteWeights();
        }

        @Override
        public Output merge(ParameterMerge merge) {
            throw new AssertionError("Only planned");
        }
    }

    /** A method that does not use weights. */
    static final class Unweighted implements MergeMethod {

        @Override
        public String name() {
            return "unweighted";
        }

        @Override
        public MethodDescription describe() {
            return MethodDescription.of("unweighted").ignoresWeights();
        }

        @Override
        public Output merge(ParameterMerge merge) {
            throw new AssertionError("Only planned");
        }
    }

    /** A method whose reading depends on an option. */
    static final class Adaptive implements MergeMethod {

        @Override
        public String name() {
            return "adaptive";
        }

        @Override
        public MethodDescription describe() {
            return MethodDescription.of("adaptive")
                    .option(MethodOption.flag("whole", "at once").orElse(false));
        }

        @Override
        public Access access(MethodOptions options) {
            return options.flag("whole") ? Access.once().wholeTensors().passes(3) : Access.once();
        }

        @Override
        public Output merge(ParameterMerge merge) {
            throw new AssertionError("Only planned");
        }
    }
}
