package io.terge.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.spi.method.MergeMethod;
import io.terge.spi.method.MethodOption;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Map;

class MergeMethodContractTest {

    private static final int TESTS = 28;

    @ParameterizedTest
    @EnumSource
    void passesASoundMethod(SoundMethod method) {
        ContractRun run = ContractRun.of(Contract.class, method);
        assertThat(run.failures()).isEmpty();
        assertThat(run.started()).isEqualTo(TESTS);
    }

    @ParameterizedTest
    @EnumSource
    void failsAMethodWithAFaultAndNamesIt(MethodFault fault) {
        assertCatches(fault);
    }

    @ParameterizedTest
    @EnumSource
    void failsAMethodThatReadsOtherwiseThanItSays(ReadingFault fault) {
        assertCatches(fault);
    }

    @ParameterizedTest
    @EnumSource
    void failsAMethodThatDescribesItselfBadly(DescriptionFault fault) {
        assertCatches(fault);
    }

    @Test
    void asksForTheValueOfATextThatItCannotKnow() {
        assertThat(ContractRun.of(Contract.class, TextFault.NEEDS_A_TEXT).failures())
                .containsKey("returnsAnOutputThatFits")
                .allSatisfy((test, message) -> assertThat(message).contains("optionValues()"));
        assertThat(ContractRun.of(WithText.class, TextFault.NEEDS_A_TEXT).failures()).isEmpty();
    }

    private static <E extends Enum<E> & MethodCase> void assertCatches(E fault) {
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
        assertThat(ContractRun.of(Admitting.class, SoundMethod.LINEAR).failures())
                .containsOnlyKeys(
                        "mergesEqualModelsIntoThatModel",
                        "doesNotDependOnTheOrderOfModels",
                        "doesNotHideANaN");
    }

    @Test
    void holdsAMethodToTheLawsThatItClaims() {
        assertThat(ContractRun.of(Claiming.class, MethodFault.NATURE_DOUBLES).failures())
                .containsKey("mergesByWeight");
        assertThat(ContractRun.of(Claiming.class, SoundMethod.LINEAR).failures())
                .containsOnlyKeys("givesTheBaseForModelsThatEqualIt");
    }

    @ExtendWith(FaultResolver.class)
    static class Contract extends MergeMethodContract {

        private final MergeMethod method;

        Contract(MethodCase fault) {
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

        private final MethodCase fault;

        Admitting(MethodCase fault) {
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
            return fault instanceof MethodFault && fault != nature;
        }
    }

    /** Claims more than the contract asks for. */
    @ExtendWith(FaultResolver.class)
    static class Claiming extends Contract {

        Claiming(MethodCase fault) {
            super(fault);
        }

        @Override
        protected boolean givesTheModelWithAllWeight() {
            return true;
        }

        @Override
        protected boolean keepsTheBaseExactly() {
            return true;
        }
    }

    /** Gives the text that the contract asks for. */
    @ExtendWith(FaultResolver.class)
    static class WithText extends Contract {

        WithText(MethodCase fault) {
            super(fault);
        }

        @Override
        protected Map<String, String> optionValues() {
            return Map.of("path", "some.weight");
        }
    }

    /** A method whose text has neither choices nor a default. */
    enum TextFault implements MethodCase {
        NEEDS_A_TEXT;

        @Override
        public String caughtBy() {
            return "";
        }

        @Override
        public MergeMethod create() {
            return FaultyMethods.method(
                    FaultyMethods.PLAIN.option(MethodOption.text("path", "A path.").perModel()),
                    FaultyMethods::linear);
        }
    }
}
