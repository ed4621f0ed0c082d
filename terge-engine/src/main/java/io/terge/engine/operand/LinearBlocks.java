package io.terge.engine.operand;

/**
 * The blocks of a linear combination. Whatever is added to an element that is not finite, the
 * result is not finite either: only then the models are looked at.
 *
 * @param terms a chunk of the terms
 */
public record LinearBlocks(LinearTerms.Loaded terms) implements BlockSource {

    // A block may be a long row, which is read again piece by piece.
    private static final int PIECE = 1024;

    @Override
    public double[] numbers(int at, int length) {
        return terms.sum(at, length);
    }

    @Override
    public void count(int at, int length, boolean isFinite, ModelCount count) {
        if (isFinite) {
            return;
        }
        double[] piece = new double[Math.min(PIECE, length)];
        for (int term = 0; term < terms.count(); term++) {
            long notFinite = 0;
            int some;
            for (int done = 0; done < length; done += some) {
                some = Math.min(piece.length, length - done);
                terms.read(term, at + done, piece, some);
                notFinite += NotFinite.count(piece, some);
            }
            count.add(terms.model(term), notFinite);
        }
    }
}
