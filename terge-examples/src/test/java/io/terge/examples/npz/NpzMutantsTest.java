package io.terge.examples.npz;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.spi.format.ModelAdapter;

import org.junit.jupiter.api.Test;

/** The contract catches an adapter that is nearly right. */
class NpzMutantsTest {

    @Test
    void theAdapterItselfFailsNothing() {
        ContractRun run = ContractRun.of(NpzAdapterContractTest.class);
        assertThat(run.failed()).isEmpty();
        assertThat(run.passed()).contains("showsNothingBeforeTheCommit", "keepsEveryType");
    }

    @Test
    void writingStraightToTheTargetIsCaught() {
        assertThat(ContractRun.of(StraightToItsTarget.class).failed())
                .contains(
                        "showsNothingBeforeTheCommit",
                        "discardsWhatIsNotCommitted",
                        "keepsAModelWhoseSuccessorIsDiscarded",
                        "replacesAModelWithLeave");
    }

    @Test
    void scratchInASharedFieldIsCaught() {
        assertThat(ContractRun.of(SharedScratch.class).failed())
                .contains("keepsChunksOfThreadsApart");
    }

    /** Run by the test alone. */
    static class StraightToItsTarget extends NpzAdapterContractTest {

        @Override
        protected ModelAdapter adapter() {
            return new StraightNpzAdapter();
        }
    }

    /** Run by the test alone. */
    static class SharedScratch extends NpzAdapterContractTest {

        @Override
        protected ModelAdapter adapter() {
            return new SharedScratchNpzAdapter();
        }
    }
}
