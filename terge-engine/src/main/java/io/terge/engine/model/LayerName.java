package io.terge.engine.model;

import java.util.Optional;

/**
 * The name of a parameter that belongs to a layer: the layer is the first part between dots that is
 * a number and not the first of all.
 *
 * @param stack what stands before the number, without the dot
 * @param index the number
 * @param rest what follows it, with the dot; may be empty
 */
public record LayerName(String stack, int index, String rest) {

    private static final int MOST_DIGITS = 6;

    /** Finds the layer in a name. */
    public static Optional<LayerName> of(String name) {
        int dot = name.indexOf('.');
        while (dot >= 0) {
            int end = name.indexOf('.', dot + 1);
            int stop = end < 0 ? name.length() : end;
            if (isNumber(name, dot + 1, stop)) {
                return Optional.of(
                        new LayerName(
                                name.substring(0, dot),
                                Integer.parseInt(name, dot + 1, stop, 10),
                                end < 0 ? "" : name.substring(end)));
            }
            dot = end;
        }
        return Optional.empty();
    }

    private static boolean isNumber(String name, int from, int to) {
        boolean isNumber = from < to && to - from <= MOST_DIGITS;
        for (int i = from; i < to && isNumber; i++) {
            isNumber = name.charAt(i) >= '0' && name.charAt(i) <= '9';
        }
        return isNumber;
    }

    /** The name of the same parameter of another layer. */
    public String at(int layer) {
        return stack + "." + layer + rest;
    }
}
