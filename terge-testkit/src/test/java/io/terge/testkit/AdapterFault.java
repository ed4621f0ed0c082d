package io.terge.testkit;

/** What can be wrong with a model adapter, and the test that has to catch it. */
enum AdapterFault {
    NONE(""),
    HAS_A_BAD_NAME("hasAWellFormedName"),
    DESCRIBES_ITSELF_AT_LENGTH("hasAWellFormedName"),
    NAMES_A_MALFORMED_SETTING("namesItsSettings"),
    NAMES_A_SETTING_TWICE("namesItsSettings"),
    CLAIMS_NOTHING("claimsWhatItReads"),
    CLAIMS_EVERYTHING("claimsNothingForeign"),
    WRITER_CLAIMS_NOTHING("claimsTheTargetsThatItIsGiven"),
    WRITER_CLAIMS_EVERYTHING("claimsTheTargetsThatItIsGiven"),
    LOSES_A_PARAMETER("keepsEveryType"),
    LOSES_EMPTY_TENSORS("keepsEveryType"),
    FLIPS_A_BYTE("keepsEveryType"),
    FORGETS_THE_TYPE("keepsEveryType"),
    HAS_NO_BYTES("keepsEveryType"),
    GARBLES_NAMES("keepsAnyName"),
    NEEDS_A_PARAMETER("keepsAModelWithoutParameters"),
    CHANGES_ITS_HEADERS("saysTheSameOfItsHeadersEachTime"),
    CHANGES_ITS_FOOTPRINT("saysTheSameOfItsHeadersEachTime"),
    CHANGES_ITS_DETAILS("saysTheSameOfItsHeadersEachTime"),
    NAMES_A_GROUP_OF_STRANGERS("saysTheSameOfItsHeadersEachTime"),
    TIES_TO_NOTHING("saysTheSameOfItsHeadersEachTime"),
    GIVES_A_TIE_OTHER_NUMBERS("keepsTiesAsItCan"),
    TIES_OTHER_NAMES("keepsTiesAsItCan"),
    FORGETS_METADATA("keepsMetadataIfItCan"),
    FORGETS_COMPANIONS("keepsCompanionsIfItCan"),
    OPENS_COMPANIONS_ONCE("keepsCompanionsIfItCan"),
    LOSES_A_PARAMETER_IN_SHARDS("dividesAModelIntoShards"),
    MAKES_SHARDS_TOO_LARGE("dividesAModelIntoShards"),
    READS_FROM_THE_START("readsAnyPartOfATensor"),
    DECODES_FROM_THE_START("decodesChunksInAnyOrder"),
    DECODES_ONCE("decodesChunksInAnyOrder"),
    STORES_OTHER_NUMBERS("storesWhatItDecodes"),
    STORES_MORE_THAN_THE_CHUNK("storesWhatItDecodes"),
    TAKES_MORE_SCRATCH_THAN_IT_SAYS("takesNoMoreScratchThanItsFootprintSays"),
    KEEPS_SCRATCH_IN_A_SHARED_FIELD("keepsChunksOfThreadsApart"),
    READS_OUTSIDE("refusesReadsOutsideATensor"),
    GIVES_ANY_TENSOR("refusesAnUnknownParameter"),
    IS_TIED_TO_A_THREAD("readsOnSeveralThreads"),
    READS_AFTER_CLOSE("refusesReadsAfterClosingIfItSaysSo"),
    WRITES_IN_ITS_CHECK("checksATargetWithoutWriting"),
    WRITES_OUTSIDE("refusesWritesOutsideAParameter"),
    WRITES_IN_SEQUENCE("writesPartsInAnyOrder"),
    WRITES_ON_ONE_THREAD("writesPartsOnSeveralThreads"),
    SHOWS_WHAT_IS_BEGUN("showsNothingBeforeTheCommit"),
    WRITES_STRAIGHT_TO_ITS_TARGET("showsNothingBeforeTheCommit"),
    DOES_NOT_COMMIT("showsNothingBeforeTheCommit"),
    COMMITS_ON_CLOSE("discardsWhatIsNotCommitted"),
    REPLACES_WITHOUT_LEAVE("doesNotReplaceAModelWithoutLeave"),
    CHECKS_NO_TARGET("doesNotReplaceAModelWithoutLeave"),
    REFUSES_BY_ANOTHER_CODE("doesNotReplaceAModelWithoutLeave"),
    DELETES_THE_OLDER_FIRST("keepsAModelWhoseSuccessorIsDiscarded"),
    KEEPS_THE_OLDER("replacesAModelWithLeave"),
    CLEARS_WHAT_IS_OPEN("replacesAModelThatIsOpen");

    private final String caughtBy;

    AdapterFault(String caughtBy) {
        this.caughtBy = caughtBy;
    }

    String caughtBy() {
        return caughtBy;
    }
}
