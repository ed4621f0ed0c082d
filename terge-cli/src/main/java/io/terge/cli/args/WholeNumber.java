package io.terge.cli.args;

import io.terge.model.Transplant;
import io.terge.model.VocabularyChoice;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Whole numbers within a range. */
public final class WholeNumber {

    private static final int MOST_EXPERTS = 999_999;

    private WholeNumber() {}

    /** The value of {@code --pad-vocabulary}. */
    public static final class Rows implements ITypeConverter<Integer> {

        @Override
        public Integer convert(String text) {
            return read(text, 1, VocabularyChoice.MOST_ROWS);
        }
    }

    /** The value of {@code --k}. */
    public static final class Combined implements ITypeConverter<Integer> {

        @Override
        public Integer convert(String text) {
            return read(text, 1, Transplant.LIMIT);
        }
    }

    /** The value of {@code --expert}. */
    public static final class Expert implements ITypeConverter<Integer> {

        @Override
        public Integer convert(String text) {
            return read(text, 0, MOST_EXPERTS);
        }
    }

    private static int read(String text, int least, int most) {
        int number = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
        if (number < least || number > most) {
            throw new TypeConversionException(
                    "expected a whole number from %d to %d, got '%s'".formatted(least, most, text));
        }
        return number;
    }
}
