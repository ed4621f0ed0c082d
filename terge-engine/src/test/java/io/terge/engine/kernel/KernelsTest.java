package io.terge.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import jdk.incubator.vector.DoubleVector;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class KernelsTest {

    private static final String MODULE = "jdk.incubator.vector";

    @Test
    void vectorCodeIsUsedWhereTheModuleIsThere() {
        assertThat(ModuleLayer.boot().findModule(MODULE)).as("the build adds it").isPresent();
        Kernels fastest = Kernels.fastest();
        // Elsewhere than on processors with vectors of 256 bits or more plain code is as fast.
        if (DoubleVector.SPECIES_PREFERRED.length() >= 4) {
            assertThat(fastest.isVector()).isTrue();
            assertThat(fastest.newKernel(1)).isInstanceOf(VectorKernel.class);
            assertThat(fastest.describe()).matches("vector code, (256|512) bits wide");
        } else {
            assertThat(fastest.isVector()).isFalse();
            assertThat(fastest.describe())
                    .isEqualTo("scalar code: the processor's vectors are short");
        }
    }

    @Test
    void plainCodeIsUsedWhereItIsAskedFor() {
        assertThat(Kernels.scalar().isVector()).isFalse();
        assertThat(Kernels.scalar().describe()).isEqualTo("scalar code");
        assertThat(Kernels.scalar().newKernel(1)).isInstanceOf(ScalarKernel.class);
    }

    @Test
    void withoutTheModulePlainCodeIsUsedAndNoVectorCodeIsLoaded() throws Exception {
        List<String> said = run("-Xlog:class+load:stdout");
        assertThat(said)
                .contains("scalar code: the module jdk.incubator.vector is not there")
                .contains(String.valueOf(KernelRun.digest(Kernels.scalar())))
                .anyMatch(line -> line.contains("kernel.ScalarKernel "));
        assertThat(said.stream().filter(line -> line.contains("kernel.Vector")).toList()).isEmpty();
        assertThat(said.stream().filter(line -> line.contains(MODULE + ".")).toList()).isEmpty();
    }

    @Test
    void resultsDoNotDependOnTheKindOfCodeOrTheWidthOfVectors() throws Exception {
        String expected = String.valueOf(KernelRun.digest(Kernels.scalar()));
        assertThat(KernelRun.digest(Kernels.fastest())).hasToString(expected);
        List<String> narrow = run("--add-modules", MODULE, "-XX:MaxVectorSize=32");
        assertThat(narrow).contains(expected);
        if (DoubleVector.SPECIES_PREFERRED.length() >= 4) {
            assertThat(narrow).contains("vector code, 256 bits wide");
        }
    }

    private static List<String> run(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+UseSerialGC");
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(KernelRun.class.getName());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> lines = process.inputReader().lines().toList();
        assertThat(process.waitFor()).as("%s", lines).isZero();
        return lines;
    }
}
