package io.terge.benchmarks;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Arguments that are numbers within bounds. */
final class Amounts {

    private Amounts() {}

    /** A whole number of 1 or more. */
    static final class Count implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return whole(text, 1);
        }
    }

    /** A number of models: one alone is not merged. */
    static final class Models implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return whole(text, 2);
        }
    }

    /** Thousands of millions of parameters. */
    static final class Billions implements ITypeConverter<Double> {

        private static final double MOST = 1000;

        @Override
        public Double convert(String text) {
            try {
                double billions = Double.parseDouble(text);
                if (billions > 0 && billions <= MOST) {
                    return billions;
                }
            } catch (NumberFormatException noNumber) {
                // Told below.
            }
            throw new TypeConversionException("'%s' is not above 0 and up to 1000".formatted(text));
        }
    }

    private static int whole(String text, int least) {
        try {
            int number = Integer.parseInt(text);
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            // Told below.
        }
        throw new TypeConversionException(
                "'%s' is not a whole number of %d or more".formatted(text, least));
    }
}
