package io.terge.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.terge.error.TergeException;
import io.terge.model.ModelReference;
import io.terge.spi.format.AdapterContext;
import io.terge.spi.format.Claim;
import io.terge.spi.format.ModelAdapter;
import io.terge.spi.format.ModelSource;
import io.terge.tensor.DType;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class TestAdapterContextTest {

    private final FaultyAdapter plain = new FaultyAdapter(AdapterFault.NONE);
    private final AdapterContext context = TestAdapterContext.of(plain, new Link(Claim.GENERAL));

    @Test
    void opensByTheHighestClaim() throws IOException {
        ModelReference target = ModelReference.at("memory://a");
        TinyModel.seeded(1).with("w", DType.F32, 2).write(plain, target);
        try (ModelSource source = context.open(target)) {
            assertThat(source.parameters()).hasSize(1);
        }
        try (ModelSource source = context.open(ModelReference.at("link://memory://a"))) {
            assertThat(source.parameters()).hasSize(1);
        }
    }

    @Test
    void refusesWhatNobodyClaims() {
        ModelReference nobodys = ModelReference.of("x", "nobody's");
        assertThatExceptionOfType(TergeException.class)
                .isThrownBy(() -> TestAdapterContext.of(plain).open(nobodys))
                .withMessageContaining("nobody's is claimed by no adapter");
    }

    @Test
    void refusesAModelThatOpensItself() {
        assertThatExceptionOfType(TergeException.class)
                .isThrownBy(() -> context.open(ModelReference.at("link://")))
                .withMessageContaining("link:// is already being opened");
    }

    @Test
    void refusesProgressBeyondTheEnd() {
        context.progress("downloading", 3, 3);
        context.progress("downloading", 3, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> context.progress("downloading", 4, 3));
    }

    @Test
    void hasTheSettingsOfTheModelThatIsOpenedElseItsOwn() throws IOException {
        TinyModel.seeded(1).write(plain, ModelReference.at("memory://a"));
        List<Optional<String>> seen = new ArrayList<>();
        ModelAdapter asking =
                new ModelAdapter() {
                    @Override
                    public String name() {
                        return "asking";
                    }

                    @Override
                    public Claim claims(ModelReference reference) {
                        return Claim.SPECIFIC;
                    }

                    @Override
                    public ModelSource open(ModelReference reference, AdapterContext asked)
                            throws IOException {
                        seen.add(asked.setting("key"));
                        return plain.open(ModelReference.at("memory://a"), asked);
                    }
                };
        TestAdapterContext settings = TestAdapterContext.of(asking);
        settings.open(ModelReference.at("a")).close();
        settings.with("key", "all").open(ModelReference.at("a")).close();
        settings.with("key", "all").open(ModelReference.at("a?key=own")).close();
        assertThat(seen).containsExactly(Optional.empty(), Optional.of("all"), Optional.of("own"));
    }

    /** Opens what a link names; a link to nothing is one to itself. */
    private record Link(Claim claim) implements ModelAdapter {

        @Override
        public String name() {
            return "link";
        }

        @Override
        public Claim claims(ModelReference reference) {
            return reference instanceof ModelReference.Location ? claim : Claim.NONE;
        }

        @Override
        public ModelSource open(ModelReference reference, AdapterContext context)
                throws IOException {
            String to = reference.describe().substring("link://".length());
            return context.open(to.isEmpty() ? reference : ModelReference.at(to));
        }
    }
}
