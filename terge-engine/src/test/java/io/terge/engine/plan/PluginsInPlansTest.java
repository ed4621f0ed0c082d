package io.terge.engine.plan;

import static io.terge.engine.plan.ParameterDecisionsTest.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.terge.api.MergeRejectedException;
import io.terge.api.MergeRequestBuilder;
import io.terge.engine.Terge;
import io.terge.engine.TergeBuilder;
import io.terge.engine.fixture.ScriptedAdapter;
import io.terge.engine.fixture.ScriptedModel;
import io.terge.engine.fixture.ScriptedTarget;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.model.ModelReference;
import io.terge.spi.format.AdapterContext;
import io.terge.spi.format.Claim;
import io.terge.spi.format.ModelAdapter;
import io.terge.spi.format.ModelBlueprint;
import io.terge.spi.format.ModelSink;
import io.terge.spi.format.ModelSource;
import io.terge.spi.format.ModelWriter;
import io.terge.spi.method.MergeMethod;
import io.terge.spi.method.MethodDescription;
import io.terge.spi.method.Output;
import io.terge.spi.method.ParameterMerge;
import io.terge.spi.selector.ParameterSelector;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;
import io.terge.testkit.TinyModel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What broken plugins do to a plan: they are named, and hide no other problem. */
class PluginsInPlansTest {

    private static final IllegalStateException BROKEN = new IllegalStateException("broken");

    @TempDir Path folder;
    private final TinyModel model = TinyModel.seeded(1).with("w", DType.F32, 2);

    @Test
    void aSelectorThatDoesNotCompileIsNamed() {
        check(
                Terge.builder().plugin(selector(expression -> fail())),
                request(model, model).include("odd:x").weights(1),
                "failed while compiling \"odd:x\": java.lang.IllegalStateException: broken",
                "WEIGHTS_WRONG_LENGTH");
    }

    @Test
    void adaptersThatWriteToOnePlaceAreNamedAndNoOthers() {
        MergeRejectedException rejection =
                catchThrowableOfType(
                        MergeRejectedException.class,
                        () ->
                                Terge.builder()
                                        .plugin(new ScriptedAdapter("left"))
                                        .plugin(new ScriptedAdapter("right"))
                                        .build()
                                        .plan(
                                                request(model, model)
                                                        .to(new ScriptedTarget().as("there"))
                                                        .build()));
        assertThat(rejection)
                .hasMessageContaining("OUTPUT_NOT_SUPPORTED")
                .hasMessageContaining("Several adapters claim the output there: left (")
                .hasMessageContaining("right")
                .hasMessageNotContaining("arrays");
    }

    @Test
    void aSelectorThatDoesNotLinkIsNamed() {
        check(
                Terge.builder()
                        .plugin(
                                selector(
                                        expression -> {
                                            throw new NoClassDefFoundError("acme/Parser");
                                        })),
                request(model, model).include("odd:x").weights(1),
                "failed while compiling \"odd:x\": java.lang.NoClassDefFoundError: acme/Parser",
                "WEIGHTS_WRONG_LENGTH");
    }

    @Test
    void aSelectorThatThrowsWhenItIsAskedIsNamed() {
        check(
                Terge.builder().plugin(selector(expression -> spec -> fail() == null)),
                request(model, model).include("odd:x").option("none", "1"),
                "failed while matching 'w' against \"odd:x\": java.lang.IllegalStateException:"
                        + " broken",
                "UNKNOWN_OPTION");
    }

    @Test
    void aMethodThatCannotDescribeItselfIsNamed() {
        MergeMethod shy =
                new MergeMethod() {
                    @Override
                    public String name() {
                        return "shy";
                    }

                    @Override
                    public Output merge(ParameterMerge merge) {
                        throw BROKEN;
                    }

                    @Override
                    public MethodDescription describe() {
                        throw BROKEN;
                    }
                };
        check(
                Terge.builder().plugin(shy),
                request(model, model).method("shy").weights(1),
                "Plugin 'shy' failed while describing itself: java.lang.IllegalStateException",
                "WEIGHTS_WRONG_LENGTH");
    }

    @Test
    void anAdapterThatCannotOpenIsNamed() {
        ScriptedModel broken =
                new ScriptedModel() {
                    @Override
                    protected void opening() {
                        throw BROKEN;
                    }
                };
        check(
                Terge.builder().plugin(new ScriptedAdapter()),
                request(model).model(broken.as("odd")).weights(1),
                "Plugin 'scripted' failed while opening odd: java.lang.IllegalStateException:"
                        + " broken",
                "WEIGHTS_WRONG_LENGTH");
    }

    @Test
    void aModelThatCannotBeReadIsNamed() {
        ScriptedModel unreadable =
                new ScriptedModel() {
                    @Override
                    protected void opening() throws IOException {
                        throw new AccessDeniedException("/models/odd");
                    }
                };
        check(
                Terge.builder().plugin(new ScriptedAdapter()),
                request(model).model(unreadable.as("odd")).weights(1),
                "[CANNOT_READ] Cannot read model odd: permission denied: /models/odd",
                "WEIGHTS_WRONG_LENGTH");
    }

    @Test
    void twoAdaptersOfOneModelAreNamed() {
        check(
                Terge.builder()
                        .plugin(new ScriptedAdapter("one"))
                        .plugin(new ScriptedAdapter("two")),
                request(model)
                        .model(new ScriptedModel().as("odd"))
                        .to(new ScriptedTarget().as("out")),
                "Several adapters claim odd",
                "OUTPUT_NOT_SUPPORTED");
    }

    @Test
    void anOutputThatHoldsAnInputIsRefused() throws IOException {
        Path input = Files.createDirectories(folder.resolve("out/base"));
        check(
                Terge.builder().plugin(new Folders()),
                request(model).model(input).to(folder.resolve("out")).weights(1),
                "[OUTPUT_CONTAINS_INPUT] Replacing " + folder.resolve("out") + " would destroy",
                "WEIGHTS_WRONG_LENGTH");
    }

    private static void check(
            TergeBuilder builder, MergeRequestBuilder request, String text, String otherCode) {
        MergeRejectedException rejection =
                catchThrowableOfType(
                        MergeRejectedException.class, () -> builder.build().plan(request.build()));
        assertThat(rejection).hasMessageContaining(text);
        assertThat(rejection.problems())
                .hasSize(2)
                .extracting(Problem::code)
                .contains(TergeCode.valueOf(otherCode));
    }

    private static Predicate<ParameterSpec> fail() {
        throw BROKEN;
    }

    private interface Compiler {
        Predicate<ParameterSpec> compile(String expression);
    }

    private static ParameterSelector selector(Compiler compiler) {
        return new ParameterSelector() {
            @Override
            public String scheme() {
                return "odd";
            }

            @Override
            public Predicate<ParameterSpec> compile(String expression) {
                return compiler.compile(expression);
            }
        };
    }

    /** Takes any path for an empty model. */
    private static final class Folders implements ModelAdapter {
        @Override
        public String name() {
            return "folders";
        }

        @Override
        public Claim claims(ModelReference reference) {
            return reference.path().isPresent() ? Claim.SPECIFIC : Claim.NONE;
        }

        @Override
        public ModelSource open(ModelReference reference, AdapterContext context)
                throws IOException {
            return context.open(ModelReference.of(Map.of(), "empty"));
        }

        @Override
        public Optional<ModelWriter> writer() {
            return Optional.of(new Writer());
        }

        private static final class Writer implements ModelWriter {
            @Override
            public Claim claims(ModelReference target) {
                return target.path().isPresent() ? Claim.SPECIFIC : Claim.NONE;
            }

            @Override
            public ModelSink create(ModelReference target, ModelBlueprint blueprint) {
                throw new AssertionError("A plan writes nothing");
            }
        }
    }
}
