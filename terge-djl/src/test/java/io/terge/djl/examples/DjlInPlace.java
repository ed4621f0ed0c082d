package io.terge.djl.examples;

import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;

import io.terge.api.MergeReport;
import io.terge.engine.Terge;

/** Merges LSTMs of different depth and of different input size: what they share is averaged. */
public final class DjlInPlace {

    private DjlInPlace() {}

    /** Runs the example. */
    public static void main(String[] arguments) {
        try (NDManager manager = NDManager.newBaseManager()) {
            Block base = SampleBlocks.lstm(manager, 10, 1);
            Block deeper = SampleBlocks.lstm(manager, 10, 2);
            Block wider = SampleBlocks.lstm(manager, 30, 1);
            MergeReport report = merge(base, deeper, wider);
            System.out.println(report.merged() + " parameters merged");
        }
    }

    static MergeReport merge(Block base, Block deeper, Block wider) {
        // tag::readme
        MergeReport report = Terge.merge(base, deeper, wider).inPlace(); // changes only base
        report.lineage()
                .parameters()
                .forEach((name, how) -> System.out.println(name + " " + how.contributions()));
        // end::readme
        return report;
    }
}
