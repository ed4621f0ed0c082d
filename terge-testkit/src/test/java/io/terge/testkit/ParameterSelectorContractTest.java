package io.terge.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.spi.selector.ParameterSelector;
import io.terge.spi.selector.SelectorSyntaxException;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.function.Predicate;

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

    @Test
    void passesASelectorThatLooksAtShapes() {
        assertThat(ContractRun.of(OfLargeParameters.class, SelectorFault.NONE).failures())
                .isEmpty();
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

    static class OfLargeParameters extends ParameterSelectorContract {

        @Override
        protected ParameterSelector selector() {
            return new MoreElements();
        }

        @Override
        protected String expression() {
            return "99";
        }

        @Override
        protected List<String> matching() {
            return List.of("large");
        }

        @Override
        protected List<String> notMatching() {
            return List.of("small");
        }

        @Override
        protected List<String> malformed() {
            return List.of("many");
        }

        @Override
        protected ParameterSpec spec(String name) {
            return ParameterSpec.of(name, DType.F16, Shape.of(name.equals("large") ? 100 : 99));
        }
    }

    private record MoreElements() implements ParameterSelector {

        @Override
        public String scheme() {
            return "more";
        }

        @Override
        public Predicate<ParameterSpec> compile(String expression) {
            try {
                long least = Long.parseLong(expression);
                return parameter -> parameter.elements() > least;
            } catch (NumberFormatException fault) {
                throw new SelectorSyntaxException("Not a number of elements", 0);
            }
        }
    }
}
