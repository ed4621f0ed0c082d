package io.terge.testkit;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.Arrays;

/** The plugin under test, so that every failure names it. */
record Subject(String kind, String name, Class<?> type) {

    private static final String NAME = "[a-z][a-z0-9_-]*";

    void checkName(String accessor) {
        check(
                name.matches(NAME),
                "%s is '%s', which does not match %s".formatted(accessor, name, NAME));
    }

    void check(boolean holds, String fault) {
        if (!holds) {
            fail(this + ": " + fault);
        }
    }

    void same(Object expected, Object actual, String where) {
        check(
                expected.equals(actual),
                "%s: expected %s but was %s".formatted(where, expected, actual));
    }

    /** Two arrays are the same numbers bit for bit; any NaN equals any other. */
    void sameNumbers(double[] expected, double[] actual, String where) {
        int at = Arrays.mismatch(expected, actual);
        if (at >= 0) {
            fail(
                    "%s: %s: element %d is %s, expected %s"
                            .formatted(this, where, at, at(actual, at), at(expected, at)));
        }
    }

    /** The first place where two arrays differ by more than rounding, or -1. */
    static int farFrom(double[] expected, double[] actual, double tolerance) {
        for (int i = 0; i < expected.length; i++) {
            double distance = Math.abs(expected[i] - actual[i]);
            if (!(distance <= tolerance * Math.max(1, Math.abs(expected[i])))) {
                return i;
            }
        }
        return -1;
    }

    private static String at(double[] values, int index) {
        return index < values.length ? Double.toString(values[index]) : "missing";
    }

    @Override
    public String toString() {
        return "%s '%s' (%s)".formatted(kind, name, type.getName());
    }
}
