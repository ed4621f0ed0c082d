package io.terge.hf.vocabulary.view;

import io.terge.hf.transplant.Dictionary;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The donor's rows of tokens that a model has, too: read when they are first needed. */
final class DonorDictionary {

    private final DonorRows.Matrix donor;
    private final List<DonorRows.Shared> shared;
    private Optional<Dictionary> read = Optional.empty();

    DonorDictionary(DonorRows.Matrix donor, List<DonorRows.Shared> shared) {
        this.donor = donor;
        this.shared = shared;
    }

    synchronized Dictionary get() throws IOException {
        if (read.isEmpty()) {
            read =
                    Optional.of(
                            Dictionary.read(
                                    shared.size(),
                                    donor.length(),
                                    (column, into) -> {
                                        DonorRows.Shared one = shared.get(column);
                                        donor.read(one.donor(), one.token(), into);
                                    }));
        }
        return read.get();
    }

    /** Frees the memory. */
    synchronized void forget() {
        read = Optional.empty();
    }
}
