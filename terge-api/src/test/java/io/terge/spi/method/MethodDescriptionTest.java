package io.terge.spi.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.terge.tensor.Extent;

import org.junit.jupiter.api.Test;

class MethodDescriptionTest {

    private static final MethodDescription PLAIN = MethodDescription.of("Keeps some.");

    @Test
    void saysTheLeastByDefault() {
        assertThat(PLAIN.summary()).isEqualTo("Keeps some.");
        assertThat(PLAIN.reference()).isEmpty();
        assertThat(PLAIN.weighting()).isEqualTo(Weighting.RELATIVE);
        assertThat(PLAIN.inputs()).isEqualTo(InputCount.atLeast(2));
        assertThat(PLAIN.options()).isEmpty();
        assertThat(PLAIN.access()).isEqualTo(Access.once());
    }

    @Test
    void growsByCopies() {
        MethodOption density = MethodOption.number("density", "The share kept.").between(0, 1);
        MethodDescription full =
                PLAIN.reference("arXiv 1").absoluteWeights().inputs(2, 3).option(density);
        assertThat(full.reference()).isEqualTo("arXiv 1");
        assertThat(full.weighting()).isEqualTo(Weighting.ABSOLUTE);
        assertThat(full.ignoresWeights().weighting()).isEqualTo(Weighting.IGNORED);
        assertThat(full.inputs()).isEqualTo(InputCount.between(2, 3));
        assertThat(full.options()).containsExactly(density);
        assertThat(PLAIN).isEqualTo(MethodDescription.of("Keeps some.")).isNotEqualTo(full);
    }

    @Test
    void besideABaseOneModelIsEnough() {
        assertThat(PLAIN.withBase().inputs()).isEqualTo(InputCount.atLeast(1));
        assertThat(PLAIN.inputs(3, 3).withBase().inputs()).isEqualTo(InputCount.between(3, 3));
    }

    @Test
    void saysHowItReadsInOneWordOrAsAnAccess() {
        assertThat(PLAIN.withBase().wholeTensors().passes(3))
                .isEqualTo(PLAIN.access(Access.once().wholeTensors().passes(3).withBase()));
        assertThat(PLAIN.rows().access().extent()).isEqualTo(Extent.ROW);
    }

    @Test
    void aBaseMayDependOnTheRequest() {
        Access access = Access.once().withBaseIfStated().passes(2);
        assertThat(access.usesBase()).isFalse();
        assertThat(access.usesBaseIfStated()).isTrue();
        assertThat(access).hasToString("BLOCK, base if stated, 2 passes");
        assertThat(access.forRequest(true)).isEqualTo(Access.once().passes(2).withBase());
        assertThat(access.forRequest(false)).isEqualTo(Access.once().passes(2));
        assertThat(Access.once().withBase().forRequest(false).usesBase()).isTrue();
        assertThat(Access.once().forRequest(true)).isEqualTo(Access.once());
    }

    @Test
    void anAccessReadsOnceOrMore() {
        Access access = Access.once().withBase().passes(2);
        assertThat(access.usesBase()).isTrue();
        assertThat(access.passes()).isEqualTo(2);
        assertThat(access.extent()).isEqualTo(Extent.BLOCK);
        assertThat(access).isNotEqualTo(Access.once().passes(2)).isNotEqualTo(access.rows());
        assertThat(access).hasSameHashCodeAs(Access.once().passes(2).withBase());
        assertThatIllegalArgumentException().isThrownBy(() -> Access.once().passes(0));
    }

    @Test
    void aCountAllowsWhatIsWithinIt() {
        InputCount few = InputCount.between(2, 3);
        assertThat(few.allows(1)).isFalse();
        assertThat(few.allows(2)).isTrue();
        assertThat(few.allows(3)).isTrue();
        assertThat(few.allows(4)).isFalse();
        assertThat(InputCount.atLeast(2).allows(Integer.MAX_VALUE)).isTrue();
        assertThat(few).hasToString("2 to 3");
        assertThat(InputCount.atLeast(2)).hasToString("2 or more");
        assertThat(InputCount.between(2, 2)).hasToString("2");
    }

    @Test
    void aCountStartsAtOneAndDoesNotEndBeforeItStarts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InputCount.between(0, 2))
                .withMessage("Expected a range of 1 or more inputs, got 0 to 2");
        assertThatIllegalArgumentException().isThrownBy(() -> InputCount.between(3, 2));
    }
}
