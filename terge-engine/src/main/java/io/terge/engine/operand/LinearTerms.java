package io.terge.engine.operand;

import io.terge.engine.schedule.WorkerMemory;
import io.terge.spi.method.Output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The terms of a linear combination, in their order; none of them is 0.
 *
 * @param base what the terms are taken from, where they are task vectors
 * @param terms the terms
 */
public record LinearTerms(Optional<OperandTensor> base, List<Term> terms) {

    /** A coefficient and what it multiplies. */
    public record Term(double coefficient, OperandTensor tensor) {}

    public LinearTerms {
        terms = List.copyOf(terms);
    }

    /** The terms of an output: the base first, then the inputs; those of 0 are left out. */
    public static LinearTerms of(Output.Linear output, Operands operands) {
        List<Term> terms = new ArrayList<>();
        Optional<OperandTensor> origin =
                output.isOfTaskVectors() ? operands.base() : Optional.empty();
        (origin.isPresent() ? OptionalDouble.empty() : output.base())
                .ifPresent(
                        coefficient ->
                                terms.add(new Term(coefficient, operands.base().orElseThrow())));
        double[] coefficients = output.coefficients();
        for (int i = 0; i < coefficients.length; i++) {
            terms.add(new Term(coefficients[i], operands.inputs().get(i)));
        }
        return new LinearTerms(
                origin, terms.stream().filter(term -> term.coefficient() != 0).toList());
    }

    /** The tensor itself. */
    public static LinearTerms copyOf(OperandTensor tensor) {
        return new LinearTerms(Optional.empty(), List.of(new Term(1, tensor)));
    }

    /** Loads a chunk; what was loaded before on this thread is gone. */
    public Loaded load(long start, int length, WorkerMemory memory) {
        memory.reset();
        OperandPart[] parts = new OperandPart[terms.size()];
        for (int t = 0; t < parts.length; t++) {
            parts[t] = terms.get(t).tensor().load(start, length, memory);
        }
        return new Loaded(
                this, base.map(tensor -> tensor.load(start, length, memory)), parts, memory);
    }

    /** A chunk of all terms, on the thread that works on it. */
    public static final class Loaded {

        private final Optional<OperandPart> base;
        private final OperandPart[] parts;
        private final double[] coefficients;
        private final WorkerMemory memory;

        private Loaded(
                LinearTerms of,
                Optional<OperandPart> base,
                OperandPart[] parts,
                WorkerMemory memory) {
            this.base = base;
            this.parts = parts;
            this.coefficients = of.terms.stream().mapToDouble(Term::coefficient).toArray();
            this.memory = memory;
        }

        /** How many tensors there are: the terms, and the base that they are taken from. */
        public int count() {
            return parts.length + (base.isPresent() ? 1 : 0);
        }

        /** The model of a tensor. */
        public int model(int tensor) {
            return part(tensor).tensor().operand().model();
        }

        /** Reads numbers of a tensor into the first places of an array. */
        public void read(int tensor, int at, double[] into, int length) {
            part(tensor).read(memory, at, into, 0, length);
        }

        private OperandPart part(int tensor) {
            return tensor < parts.length ? parts[tensor] : base.orElseThrow();
        }

        /** The sum of a block, in the first places of an array; zeros if there is no term. */
        public double[] sum(int at, int length) {
            double[] room = memory.array(0, length);
            if (count() == 0) {
                Arrays.fill(room, 0, length, 0);
                return room;
            }
            try {
                start(at, length);
                for (int t = 0; t < parts.length; t++) {
                    parts[t].addTo(memory, coefficients[t], at, room, length);
                }
                return memory.kernel().sum();
            } catch (IllegalStateException failure) {
                for (OperandPart part : parts) {
                    part.checkAlive(failure);
                }
                throw failure;
            }
        }

        private void start(int at, int length) {
            if (base.isEmpty()) {
                memory.kernel().start(length);
                return;
            }
            double[] from = memory.array(1, length);
            base.get().read(memory, at, from, 0, length);
            memory.kernel().startTaskVectors(from, length);
        }
    }
}
