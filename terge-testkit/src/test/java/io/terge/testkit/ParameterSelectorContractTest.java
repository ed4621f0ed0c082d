package io.terge.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.spi.ParameterSelector;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;

class ParameterSelectorContractTest {

    @Test
    void passesASoundSelector() {
        ContractRun run = ContractRun.of(Contract.class, SelectorFault.NONE);
        assertThat(run.failures()).isEmpty();
        assertThat(run.started()).isEqualTo(9);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void failsASelectorWithAFaultAndNamesIt(SelectorFault fault) {
        ContractRun run = ContractRun.of(Contract.class, fault);
        assertThat(run.failures()).containsKey(fault.caughtBy());
        assertThat(run.failures().get(fault.caughtBy())).contains("Parameter selector '");
    }

    @Test
    void failsASelectorThatRefusesATextAlthoughItTakesAny() {
        assertThat(ContractRun.of(TakingAnyText.class, SelectorFault.NONE).failures())
                .containsOnlyKeys("compilesOrRefusesAnyText");
    }

    @ExtendWith(FaultResolver.class)
    static class Contract extends ParameterSelectorContract {

        private final ParameterSelector selector;

        Contract(SelectorFault fault) {
            selector = new FaultySelector(fault);
        }

        @Override
        protected ParameterSelector selector() {
            return selector;
        }

        @Override
        protected String expression() {
            return "enc*";
        }

        @Override
        protected List<String> matching() {
            return List.of("enc", "encoder.weight");
        }

        @Override
        protected List<String> notMatching() {
            return List.of("decoder.weight", "my.encoder");
        }

        @Override
        protected List<String> malformed() {
            return List.of("[", "en[c");
        }
    }

    @ExtendWith(FaultResolver.class)
    static class TakingAnyText extends Contract {

        TakingAnyText(SelectorFault fault) {
            super(fault);
        }

        @Override
        protected List<String> malformed() {
            return List.of();
        }
    }
}
