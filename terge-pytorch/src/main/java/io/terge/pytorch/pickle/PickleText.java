package io.terge.pytorch.pickle;

/**
 * A text. The byte strings that Python 2 used as texts are texts too: decoded as UTF-8 if they are
 * valid UTF-8, else as ISO 8859-1.
 *
 * @since 0.1
 */
public record PickleText(String value) implements PickleValue {}
