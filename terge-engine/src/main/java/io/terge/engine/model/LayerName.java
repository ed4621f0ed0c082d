package io.terge.engine.model;

/**
 * The name of a parameter that belongs to a layer.
 *
 * @param stack what stands before the number
 * @param index the number
 * @param digits how many digits it is written with, at least
 * @param rest what follows it; may be empty
 */
public record LayerName(String stack, int index, int digits, String rest) {

    /** The name of the same parameter of another layer. */
    public String at(int layer) {
        return stack + "0".repeat(Math.max(0, digits - digits(layer))) + layer + rest;
    }

    private static int digits(int layer) {
        return Integer.toString(layer).length();
    }
}
