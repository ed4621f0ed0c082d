package io.terge.hf.experts.view;

import io.terge.error.Problem;
import io.terge.files.Quoted;
import io.terge.hf.experts.ExpertsCode;
import io.terge.hf.experts.ExpertsException;
import io.terge.spi.format.ModelSource;
import io.terge.spi.method.RandomNumbers;
import io.terge.tensor.Footprint;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The vectors by which the experts of a layer are chosen. */
sealed interface Gates {

    /**
     * Returns the vectors of a layer.
     *
     * @param gate the parameter: a row for each expert
     */
    Shown of(int layer, ParameterSpec gate);

    /**
     * Independent numbers with the normal distribution of mean 0 and variance 1.
     *
     * @param seed what they depend on
     */
    record Normal(long seed) implements Gates {

        @Override
        public Shown of(int layer, ParameterSpec gate) {
            RandomNumbers random = RandomNumbers.of(seed, gate.name(), 0);
            return new NumbersTensor(gate, random::normal).shown();
        }
    }

    /**
     * Independent numbers with the uniform distribution between plus and minus one over the square
     * root of the number of hidden states, as linear layers are initialised.
     *
     * @param seed what they depend on
     */
    record Uniform(long seed) implements Gates {

        @Override
        public Shown of(int layer, ParameterSpec gate) {
            RandomNumbers random = RandomNumbers.of(seed, gate.name(), 0);
            double bound = 1 / Math.sqrt(gate.shape().dimension(1));
            return new NumbersTensor(gate, element -> (2 * random.uniform(element) - 1) * bound)
                    .shown();
        }
    }

    /**
     * Vectors in a file.
     *
     * @param source the file
     * @param file what messages call it
     * @param byLayer the parameter of each layer, or one of all layers
     */
    record Given(ModelSource source, String file, Map<Integer, ParameterSpec> byLayer)
            implements Gates {

        private static final Pattern NUMBER = Pattern.compile("(?:^|\\.)(\\d{1,5})(?:\\.|$)");

        /** Finds the vectors of all layers. */
        static Given in(ModelSource source, String file, int layers, Shape shape) {
            List<ParameterSpec> all = source.parameters();
            Shape together = Shape.of(layers, shape.dimension(0), shape.dimension(1));
            Map<Integer, ParameterSpec> byLayer = new TreeMap<>();
            List<Problem> problems = new ArrayList<>();
            if (all.size() == 1 && all.getFirst().shape().rank() == 3) {
                check(all.getFirst(), together, file, problems);
                for (int layer = 0; layer < layers; layer++) {
                    byLayer.put(layer, all.getFirst());
                }
            } else {
                for (ParameterSpec one : all) {
                    Matcher number = NUMBER.matcher(one.name());
                    if (number.find()) {
                        check(one, shape, file, problems);
                        byLayer.put(Integer.valueOf(number.group(1)), one);
                    }
                }
                if (byLayer.size() != all.size() || !isWhole(byLayer, layers)) {
                    problems.clear(); // What is no gate has no shape to be wrong.
                    problems.add(unclear(file, layers, shape, together));
                }
            }
            ExpertsException.throwIfAny(problems);
            return new Given(source, file, byLayer);
        }

        private static boolean isWhole(Map<Integer, ParameterSpec> byLayer, int layers) {
            return byLayer.size() == layers
                    && byLayer.keySet().stream().allMatch(layer -> layer < layers);
        }

        private static void check(
                ParameterSpec one, Shape expected, String file, List<Problem> problems) {
            if (!one.shape().equals(expected) || !one.dtype().isFloating()) {
                problems.add(
                        Problem.of(
                                        ExpertsCode.EXPERTS_GATES,
                                        "%s: expected floating-point numbers of shape %s, got %s"
                                                .formatted(Quoted.of(file), expected, one))
                                .fix("store one row of hidden_size numbers per expert"));
            }
        }

        private static Problem unclear(String file, int layers, Shape shape, Shape together) {
            return Problem.of(
                            ExpertsCode.EXPERTS_GATES,
                            "%s must have one parameter of shape %s for each of %d layers, with the number of the layer in its name"
                                    .formatted(Quoted.of(file), shape, layers))
                    .fix(
                            "use names such as 'layers.0', or store one parameter of shape "
                                    + together);
        }

        @Override
        public Shown of(int layer, ParameterSpec gate) {
            ParameterSpec stored = Objects.requireNonNull(byLayer.get(layer), "not checked");
            long first = stored.shape().rank() == 3 ? layer * gate.elements() : 0;
            Footprint whole = source.footprint(stored);
            return new Shown(
                    new FiniteTensor(
                            new PartOfTensor(
                                    source.tensor(stored.name()), gate.as(stored.dtype()), first),
                            file),
                    Footprint.of(
                            gate.as(stored.dtype()).byteSize(),
                            whole.scratchPerElement(),
                            whole.scratchPerChunk()));
        }
    }
}
