package io.terge.testkit;

import io.terge.spi.method.Access;
import io.terge.spi.method.Block;
import io.terge.spi.method.MergeInput;
import io.terge.spi.method.MethodOptions;
import io.terge.spi.method.ModelSurvey;
import io.terge.tensor.Shape;

import java.util.ArrayList;
import java.util.List;

/** The parameters of some cases, which have the same options. Single use. */
final class ReferenceSurvey implements ModelSurvey {

    private final ReferenceMerge host;
    private final List<MergeCase> model;
    private final Access access;
    private final ReadingTime time = new ReadingTime();
    private int passes;

    ReferenceSurvey(ReferenceMerge host, List<MergeCase> model, Access access) {
        this.host = host;
        this.model = model;
        this.access = access;
        for (MergeCase parameter : model) {
            if (!parameter.options().equals(options())) {
                throw new IllegalArgumentException(
                        "The parameters of a survey must have the same options: %s and %s"
                                .formatted(options(), parameter.options()));
            }
        }
    }

    @Override
    public MethodOptions options() {
        return model.getFirst().options();
    }

    @Override
    public List<Parameter> parameters() {
        return model.stream().<Parameter>map(Surveyed::new).toList();
    }

    @Override
    public <A> A reduce(ModelReduction<A> reduction) {
        time.check();
        if (passes == access.surveyPasses()) {
            throw new IllegalStateException(
                    "The method declares surveyPasses(%d) but needs another pass"
                            .formatted(passes));
        }
        passes++;
        Gathering<A, Piece> gathering =
                new Gathering<>(
                        reduction::start,
                        (soFar, piece) -> reduction.add(soFar, piece.parameter, piece.block),
                        reduction::join);
        return time.during(
                () ->
                        reduction.isExact() && host.scrambles()
                                ? gathering.inAnyOrder(pieces(), host.blockSize())
                                : gathering.inRuns(pieces()));
    }

    @Override
    public void note(String what) {
        time.check();
    }

    /** Ends the time to survey. */
    void end() {
        time.end();
    }

    private List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        for (MergeCase parameter : model) {
            ReferenceInputs numbers = new ReferenceInputs(parameter, access);
            for (Block block : numbers.blocks(Gathering.LONGEST_BLOCK, false)) {
                pieces.add(new Piece(new Surveyed(parameter), block));
            }
        }
        return pieces;
    }

    private record Piece(Parameter parameter, Block block) {}

    private record Surveyed(MergeCase mergeCase) implements Parameter {

        @Override
        public String name() {
            return mergeCase.name();
        }

        @Override
        public Shape shape() {
            return mergeCase.shape();
        }

        @Override
        public List<MergeInput> inputs() {
            return mergeCase.inputs();
        }
    }
}
