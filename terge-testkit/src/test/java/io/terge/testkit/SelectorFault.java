package io.terge.testkit;

/** What can be wrong with a selector, and the test that has to catch it. */
enum SelectorFault {
    NONE(""),
    HAS_A_BAD_SCHEME("hasAWellFormedScheme"),
    MATCHES_NOTHING("matchesTheNamesThatItMeans"),
    MATCHES_EVERYTHING("doesNotMatchOtherNames"),
    MATCHES_NOTHING_TWICE("givesTheSameAnswersInAnyOrder"),
    KEEPS_THE_LAST_EXPRESSION("givesTheSameAnswersWhenCompiledAgain"),
    IS_TIED_TO_A_THREAD("givesTheSameAnswersOnSeveralThreads"),
    COMPILES_ANYTHING("saysWhereAMalformedExpressionIsWrong"),
    GIVES_A_PLACE_BEYOND_THE_END("saysWhereAMalformedExpressionIsWrong"),
    SAYS_NOTHING("saysWhereAMalformedExpressionIsWrong"),
    THROWS_SOMETHING_ELSE("saysWhereAMalformedExpressionIsWrong"),
    THROWS_SOMETHING_ELSE_AT_ODD_TEXTS("compilesOrRefusesAnyText"),
    FAILS_AT_ODD_NAMES("answersForAnyName");

    private final String caughtBy;

    SelectorFault(String caughtBy) {
        this.caughtBy = caughtBy;
    }

    String caughtBy() {
        return caughtBy;
    }
}
