package io.terge.examples.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchitectureTest {

    private final JavaClasses project =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("io.terge");

    @Test
    void theProjectIsSeenAsAWhole() {
        for (String name :
                List.of(
                        "io.terge.tensor.Tensor",
                        "io.terge.api.Merger",
                        "io.terge.spi.method.MergeMethod",
                        "io.terge.engine.Terge",
                        "io.terge.files.OpenFile",
                        "io.terge.files.output.ModelOutput",
                        "io.terge.files.json.JsonReader",
                        "io.terge.hf.safetensors.SafetensorsAdapter",
                        "io.terge.hf.directory.HuggingFaceAdapter",
                        "io.terge.pytorch.PyTorchAdapter",
                        "io.terge.djl.DjlModels",
                        "io.terge.djl.memory.DjlAdapter",
                        "io.terge.methods.arithmetic.ArithmeticMean",
                        "io.terge.testkit.MergeMethodContract",
                        "io.terge.recipes.file.Recipes",
                        "io.terge.recipes.own.RecipeWriter",
                        "io.terge.cli.Main",
                        "io.terge.examples.Quickstart",
                        "io.terge.examples.npz.NpzAdapter")) {
            assertThat(project.contain(name)).as(name).isTrue();
        }
        assertThat(project.contain(ArchitectureTest.class)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holds(CheckedRule checked) {
        checked.rule().check(project);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void isBrokenByItsOffender(CheckedRule checked, @TempDir Path folder) throws IOException {
        JavaClasses offenders = Offenders.compile(checked.offenders(), folder);
        assertThat(checked.rule().evaluate(offenders).hasViolation()).isTrue();
    }

    static Stream<CheckedRule> rules() {
        return Stream.of(
                        ArrowRules.all(),
                        FormatRules.all(),
                        PluginRules.all(),
                        EngineRules.all(),
                        RecipeRules.all(),
                        NamingRules.all())
                .flatMap(List::stream);
    }
}
