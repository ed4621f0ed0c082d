package io.terge.djl.examples;

import java.util.List;

/** What the examples embed; {@code make.py} has the same sentences. */
final class SampleSentences {

    static final List<String> ALL =
            List.of(
                    "A cat sleeps on the warm roof.",
                    "The kitten naps on top of the house.",
                    "Interest rates rise again this spring.",
                    "Café prices went up, too!");

    private SampleSentences() {}
}
