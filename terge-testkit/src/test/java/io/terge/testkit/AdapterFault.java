package io.terge.testkit;

/** What can be wrong with a model adapter, and the test that has to catch it. */
enum AdapterFault {
    NONE(""),
    HAS_A_BAD_NAME("hasAWellFormedName"),
    RECOGNIZES_NOTHING("recognizesWhatItWrote"),
    CREATES_NOTHING("recognizesWhatItWrote"),
    LOSES_A_PARAMETER("keepsEveryType"),
    LOSES_EMPTY_TENSORS("keepsEveryType"),
    FLIPS_A_BYTE("keepsEveryType"),
    FORGETS_THE_TYPE("keepsEveryType"),
    HAS_NO_BYTES("keepsEveryType"),
    GARBLES_NAMES("keepsAnyName"),
    NEEDS_A_PARAMETER("keepsAModelWithoutParameters"),
    FORGETS_METADATA("keepsMetadataIfItCan"),
    READS_FROM_THE_START("readsAnyPartOfATensor"),
    READS_OUTSIDE("refusesReadsOutsideATensor"),
    GIVES_ANY_TENSOR("refusesAnUnknownParameter"),
    IS_TIED_TO_A_THREAD("readsOnSeveralThreads"),
    WRITES_OUTSIDE("refusesWritesOutsideAParameter"),
    WRITES_IN_SEQUENCE("writesPartsInAnyOrder"),
    WRITES_ON_ONE_THREAD("writesPartsOnSeveralThreads"),
    SHOWS_WHAT_IS_BEGUN("showsNothingBeforeTheCommit"),
    DOES_NOT_COMMIT("showsNothingBeforeTheCommit"),
    COMMITS_ON_CLOSE("discardsWhatIsNotCommitted"),
    REPLACES_WITHOUT_LEAVE("doesNotReplaceAModelWithoutLeave"),
    CHECKS_NO_TARGET("doesNotReplaceAModelWithoutLeave"),
    REFUSES_BY_ANOTHER_CODE("doesNotReplaceAModelWithoutLeave"),
    DELETES_THE_OLDER_FIRST("keepsAModelWhoseSuccessorIsDiscarded"),
    KEEPS_THE_OLDER("replacesAModelWithLeave"),
    READS_AFTER_CLOSE("refusesReadsAfterClosingIfItSaysSo");

    private final String caughtBy;

    AdapterFault(String caughtBy) {
        this.caughtBy = caughtBy;
    }

    String caughtBy() {
        return caughtBy;
    }
}
