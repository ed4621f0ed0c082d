package io.terge.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.model.ModelReference;
import io.terge.spi.format.ModelAdapter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;

class ModelAdapterContractTest {

    private static final int TESTS = 32;

    @Test
    void passesASoundAdapter() {
        ContractRun run = ContractRun.of(Contract.class, AdapterFault.NONE);
        assertThat(run.failures()).isEmpty();
        assertThat(run.started()).isEqualTo(TESTS);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void failsAnAdapterWithAFault(AdapterFault fault) {
        ContractRun run = ContractRun.of(Contract.class, fault);
        assertThat(run.failures()).containsKey(fault.caughtBy());
    }

    @ParameterizedTest
    @EnumSource(names = {"FORGETS_METADATA", "FORGETS_COMPANIONS", "READS_AFTER_CLOSE"})
    void passesAnAdapterWhoseLimitsAreSaid(AdapterFault fault) {
        assertThat(ContractRun.of(Admitting.class, fault).failures()).isEmpty();
    }

    @Test
    void failsAnAdapterThatIsBetterThanItSays() {
        assertThat(ContractRun.of(AdmittingAll.class, AdapterFault.NONE).failures())
                .containsOnlyKeys(
                        "keepsMetadataIfItCan",
                        "keepsCompanionsIfItCan",
                        "refusesReadsAfterClosingIfItSaysSo");
    }

    @Test
    void namesTheAdapterInItsFailures() {
        ContractRun run = ContractRun.of(Contract.class, AdapterFault.FLIPS_A_BYTE);
        assertThat(run.failures().get("keepsEveryType"))
                .contains("Model adapter 'faulty' (io.terge.testkit.FaultyAdapter)")
                .contains("model of seed 2")
                .contains("'some.F64'");
    }

    @ExtendWith(FaultResolver.class)
    static class Contract extends ModelAdapterContract {

        private final FaultyAdapter adapter;

        Contract(AdapterFault fault) {
            adapter = new FaultyAdapter(fault);
        }

        @Override
        protected ModelAdapter adapter() {
            return adapter;
        }

        @Override
        protected ModelReference target(Path directory) {
            return ModelReference.at("memory://" + directory);
        }

        @Override
        protected boolean isVisible(ModelReference reference) {
            return adapter.isThere(reference);
        }
    }

    /** Says of each adapter what it cannot do. */
    @ExtendWith(FaultResolver.class)
    static class Admitting extends Contract {

        private final AdapterFault fault;

        Admitting(AdapterFault fault) {
            super(fault);
            this.fault = fault;
        }

        @Override
        protected boolean keepsMetadata() {
            return fault != AdapterFault.FORGETS_METADATA;
        }

        @Override
        protected boolean keepsCompanions() {
            return fault != AdapterFault.FORGETS_COMPANIONS;
        }

        @Override
        protected boolean refusesReadsAfterClose() {
            return fault != AdapterFault.READS_AFTER_CLOSE;
        }
    }

    /** Says that an adapter can do nothing. */
    @ExtendWith(FaultResolver.class)
    static class AdmittingAll extends Contract {

        AdmittingAll(AdapterFault fault) {
            super(fault);
        }

        @Override
        protected boolean keepsMetadata() {
            return false;
        }

        @Override
        protected boolean keepsCompanions() {
            return false;
        }

        @Override
        protected boolean refusesReadsAfterClose() {
            return false;
        }
    }
}
