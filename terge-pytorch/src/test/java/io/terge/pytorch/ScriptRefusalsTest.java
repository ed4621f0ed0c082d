package io.terge.pytorch;

import io.terge.spi.format.ModelBlueprint;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a TorchScript archive cannot hold is refused in planning, and the state dict is named. */
class ScriptRefusalsTest {

    private static final String FIX = "file name that ends with .pth";

    @TempDir Path directory;

    @Test
    void anotherType() throws IOException {
        refused("scripted", Map.of(), change(0, spec("first.weight", DType.BF16, 4, 3)))
                .with(
                        "'first.weight' is F32 in the TorchScript module, which keeps its types",
                        "but BF16 is requested for the output",
                        "omit the output type (--dtype",
                        FIX);
    }

    @Test
    void anotherShape() throws IOException {
        refused("scripted", Map.of(), change(0, spec("first.weight", DType.F32, 3, 4)))
                .with("'first.weight' is F32 [4, 3] in", "but F32 [3, 4] in the output", FIX);
    }

    @Test
    void anotherName() throws IOException {
        refused("scripted", Map.of(), change(0, spec("%s.weight", DType.F32, 4, 3)))
                .with("'%s.weight' is not in the TorchScript module", FIX);
    }

    @Test
    void aMissingParameter() throws IOException {
        List<ParameterSpec> specs = specs("scripted");
        specs.removeFirst();
        refused("scripted", Map.of(), specs)
                .with("'first.weight' of the TorchScript module is missing from the output", FIX);
    }

    @Test
    void aTieThatTheModuleDoesNotHave() throws IOException {
        List<ParameterSpec> specs = specs("untied");
        specs.removeLast();
        refused("untied", Map.of("head.weight", "embedding.weight"), specs)
                .with("'head.weight' is not tied in the TorchScript module", FIX);
    }

    @Test
    void aTieThatOnlyTheModuleHas() throws IOException {
        refused("tied", Map.of(), specs("tied")).with("shares its storage with another", FIX);
    }

    @Test
    void aTensorThatIsNotContiguous() throws IOException {
        refused("channels_last", Map.of(), specs("channels_last"))
                .with("'convolution.weight' is not contiguous", FIX);
    }

    @Test
    void aPartOfAStorage() throws IOException {
        for (String name : List.of("slices", "empty_slice")) {
            refused(name, Map.of(), specs(name)).with("is only a part of its storage", FIX);
        }
    }

    @Test
    void aDonorThatIsAStateDict() throws IOException {
        Checkpoint donor = new Checkpoint("plain_dict");
        Output output = Output.of(donor.expected()).like(donor.path());
        Refused.planning(directory.resolve("out.ts"), output.blueprint())
                .with("is a TorchScript file, but '" + donor.path() + "' is not", FIX);
    }

    @Test
    void noDonor() throws IOException {
        Output output = Output.of(new Checkpoint("plain_dict").expected());
        Refused.planning(directory.resolve("out.torchscript"), output.blueprint())
                .with("is a TorchScript file, but its model is not", FIX);
    }

    private Refused refused(String donor, Map<String, String> ties, List<ParameterSpec> specs) {
        Output output = Output.of(List.of()).like(new Script(donor).path());
        ModelBlueprint blueprint =
                ModelBlueprint.of(specs)
                        .withTies(ties)
                        .withCompanions(
                                output.blueprint().donor().orElseThrow(),
                                List.of(),
                                output.blueprint().changes());
        return Refused.planning(directory.resolve("out.pt"), blueprint);
    }

    private static List<ParameterSpec> specs(String name) throws IOException {
        return new ArrayList<>(new Script(name).expected().stream().map(Expected::spec).toList());
    }

    private static List<ParameterSpec> change(int index, ParameterSpec spec) throws IOException {
        List<ParameterSpec> specs = specs("scripted");
        specs.set(index, spec);
        return specs;
    }

    private static ParameterSpec spec(String name, DType type, long... shape) {
        Shape sizes = Shape.of(shape);
        return new ParameterSpec(name, type, sizes, sizes.elements() * type.bits() / Byte.SIZE);
    }
}
