package io.terge.djl.examples;

import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;

import io.terge.api.MergeReport;
import io.terge.djl.DjlModels;
import io.terge.engine.Terge;

/** Merges into the second model, into another one, and models that have nothing in common. */
public final class DjlBases {

    private DjlBases() {}

    /** Runs the example. */
    public static void main(String[] arguments) {
        try (NDManager manager = NDManager.newBaseManager()) {
            Block one = SampleBlocks.lstm(manager, 10, 1);
            Block two = SampleBlocks.lstm(manager, 10, 2);
            System.out.println("Into the second: " + intoTheSecond(one, two).merged());
            Block base = SampleBlocks.lstm(manager, 30, 1);
            System.out.println("Into another: " + intoAnother(one, two, base).merged());
            Block copy = SampleBlocks.lstm(manager, 10, 1);
            System.out.println("Into a copy: " + intoACopy(one, two, copy).merged());
            MergeReport none =
                    nothingShared(
                            SampleBlocks.linear(manager, 10, 1),
                            SampleBlocks.linear(manager, 1, 10));
            System.out.println("Nothing shared: " + none.warnings());
        }
    }

    static MergeReport intoTheSecond(Block one, Block two) {
        return Terge.merge(one, two).with(request -> request.base(1)).inPlace();
    }

    static MergeReport intoAnother(Block one, Block two, Block base) {
        return Terge.merge(one, two)
                .with(request -> request.base(DjlModels.reference(base, "base")))
                .inPlace();
    }

    static MergeReport intoACopy(Block one, Block two, Block copy) {
        return Terge.merge(one, two).into(copy);
    }

    static MergeReport nothingShared(Block wide, Block tall) {
        return Terge.merge(wide, tall).inPlace();
    }
}
