package io.terge.recipes.mergekit;

/**
 * A parameter of a method of mergekit.
 *
 * @param name its name there
 * @param option its name here
 * @param kind what its values are
 * @param isPerModel whether each model may have its own value
 * @param isRequired whether mergekit has no default for it
 */
record Parameter(String name, String option, Kind kind, boolean isPerModel, boolean isRequired) {

    /** What the values of a parameter are; mergekit reads all of them as numbers. */
    enum Kind {
        NUMBER,
        /** A number of which mergekit takes all above 1 as 1. */
        FRACTION,
        WHOLE,
        FLAG,
        /** A flag: whether what is kept is scaled to the sum of all magnitudes. */
        RESCALE,
        /** Without effect on the result. */
        IGNORED
    }

    static Parameter of(String name, Kind kind) {
        return new Parameter(name, name, kind, false, false);
    }

    /** This parameter, under another name here. */
    Parameter as(String other) {
        return new Parameter(name, other, kind, isPerModel, isRequired);
    }

    Parameter perModel() {
        return new Parameter(name, option, kind, true, isRequired);
    }

    Parameter required() {
        return new Parameter(name, option, kind, isPerModel, true);
    }
}
