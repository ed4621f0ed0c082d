package io.terge.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.spi.MergeMethod;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MergeMethodContractTest {

    @Test
    void passesASoundMethod() {
        ContractRun run = ContractRun.of(Contract.class, MethodFault.NONE);
        assertThat(run.failures()).isEmpty();
        assertThat(run.started()).isEqualTo(18);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void failsAMethodWithAFaultAndNamesIt(MethodFault fault) {
        ContractRun run = ContractRun.of(Contract.class, fault);
        assertThat(run.failures()).containsKey(fault.caughtBy());
        assertThat(run.failures().get(fault.caughtBy()))
                .contains("Merge method '" + fault.create().name() + "'")
                .contains(fault.create().getClass().getName());
    }

    @ParameterizedTest
    @EnumSource(names = "NATURE.*", mode = EnumSource.Mode.MATCH_ALL)
    void failsAMethodOfAnotherNatureInThatAlone(MethodFault fault) {
        ContractRun run = ContractRun.of(Contract.class, fault);
        assertThat(run.failures()).containsOnlyKeys(fault.caughtBy());
    }

    @ParameterizedTest
    @EnumSource(names = "NATURE.*", mode = EnumSource.Mode.MATCH_ALL)
    void passesAMethodWhoseNatureIsSaid(MethodFault fault) {
        assertThat(ContractRun.of(Admitting.class, fault).failures()).isEmpty();
    }

    @Test
    void failsAMethodThatIsBetterThanItSays() {
        assertThat(ContractRun.of(Admitting.class, MethodFault.NONE).failures())
                .containsOnlyKeys(
                        "mergesEqualModelsIntoThatModel",
                        "doesNotDependOnTheOrderOfModels",
                        "doesNotHideANaN");
    }

    @ExtendWith(FaultResolver.class)
    static class Contract extends MergeMethodContract {

        private final MergeMethod method;

        Contract(MethodFault fault) {
            method = fault.create();
        }

        @Override
        protected MergeMethod method() {
            return method;
        }
    }

    /** Says of each method what it is by nature. */
    @ExtendWith(FaultResolver.class)
    static class Admitting extends Contract {

        private final MethodFault fault;

        Admitting(MethodFault fault) {
            super(fault);
            this.fault = fault;
        }

        @Override
        protected boolean isIdempotent() {
            return lacks(MethodFault.NATURE_DOUBLES);
        }

        @Override
        protected boolean ignoresModelOrder() {
            return lacks(MethodFault.NATURE_TAKES_THE_FIRST);
        }

        @Override
        protected boolean propagatesNaN() {
            return lacks(MethodFault.NATURE_HIDES_NAN);
        }

        private boolean lacks(MethodFault nature) {
            return fault != MethodFault.NONE && fault != nature;
        }
    }
}
