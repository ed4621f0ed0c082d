package io.terge.examples.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import static io.terge.examples.architecture.ArrowRules.API;
import static io.terge.examples.architecture.ArrowRules.ERROR;
import static io.terge.examples.architecture.ArrowRules.FILES;
import static io.terge.examples.architecture.ArrowRules.JACKSON;
import static io.terge.examples.architecture.ArrowRules.MODEL;
import static io.terge.examples.architecture.ArrowRules.SPI;
import static io.terge.examples.architecture.ArrowRules.TENSOR;
import static io.terge.examples.architecture.ArrowRules.only;

import java.util.List;
import java.util.stream.Stream;

/** Which package of a format may know which: arrows point one way. */
final class FormatRules {

    private static final String JSON = "io.terge.files.json..";
    private static final String SAFETENSORS = "io.terge.hf.safetensors..";
    private static final String CONFIG = "io.terge.hf.config..";
    private static final String TOKENIZER = "io.terge.hf.tokenizer..";
    private static final String VOCABULARY = "io.terge.hf.vocabulary";
    private static final String VIEW = "io.terge.hf.vocabulary.view..";
    private static final String TRANSPLANT = "io.terge.hf.transplant..";
    private static final String EXPERTS = "io.terge.hf.experts";
    private static final String EXPERTS_VIEW = "io.terge.hf.experts.view..";
    private static final String CARD = "io.terge.hf.card..";
    private static final String DIRECTORY = "io.terge.hf.directory..";
    private static final String DJL = "ai.djl..";

    private FormatRules() {}

    static List<CheckedRule> all() {
        return Stream.of(files(), huggingFace(), pytorch(), djl()).flatMap(List::stream).toList();
    }

    private static List<CheckedRule> files() {
        String output = "io.terge.files.output..";
        return List.of(
                CheckedRule.of(
                        only(FILES, FILES, SPI, MODEL, ERROR, TENSOR, JACKSON),
                        "io.terge.files.Offender",
                        "io.terge.api.MergeRequest request;"),
                CheckedRule.of(
                        only("io.terge.files", "io.terge.files", SPI, MODEL, ERROR, TENSOR),
                        "io.terge.files.Offender",
                        "io.terge.files.staging.OutputTarget target;"),
                CheckedRule.of(
                        only(
                                "io.terge.files.staging..",
                                "io.terge.files.staging..",
                                "io.terge.files",
                                ERROR),
                        "io.terge.files.staging.Offender",
                        "io.terge.files.output.FileLayout layout;"),
                CheckedRule.of(
                        only(
                                output,
                                output,
                                "io.terge.files.staging..",
                                "io.terge.files",
                                SPI,
                                MODEL,
                                ERROR,
                                TENSOR),
                        "io.terge.files.output.Offender",
                        "io.terge.files.json.JsonReader reader;"),
                CheckedRule.of(
                        only(
                                "io.terge.files.zip..",
                                "io.terge.files.zip..",
                                output,
                                "io.terge.files",
                                ERROR,
                                TENSOR),
                        "io.terge.files.zip.Offender",
                        "io.terge.model.ModelReference reference;"),
                CheckedRule.of(
                        only(JSON, JSON, "io.terge.files", ERROR, JACKSON),
                        "io.terge.files.json.Offender",
                        "io.terge.files.zip.ZipEntry entry;"));
    }

    private static List<CheckedRule> huggingFace() {
        return List.of(
                CheckedRule.of(
                        only(CONFIG, CONFIG, JSON, FILES, SPI, ERROR, TENSOR, JACKSON),
                        "io.terge.hf.config.Offender",
                        "io.terge.hf.directory.HuggingFaceAdapter adapter;"),
                CheckedRule.of(
                        only(TOKENIZER, TOKENIZER, JSON, FILES, SPI, ERROR, JACKSON),
                        "io.terge.hf.tokenizer.Offender",
                        "io.terge.hf.config.ModelConfig config;"),
                CheckedRule.of(
                        only(VOCABULARY, VOCABULARY, TOKENIZER, FILES, MODEL, ERROR),
                        "io.terge.hf.vocabulary.Offender",
                        "io.terge.hf.directory.HuggingFaceAdapter adapter;"),
                CheckedRule.of(
                        only(
                                VIEW,
                                VIEW,
                                VOCABULARY,
                                TRANSPLANT,
                                CARD,
                                DIRECTORY,
                                CONFIG,
                                TOKENIZER,
                                FILES,
                                SPI,
                                MODEL,
                                ERROR,
                                TENSOR),
                        "io.terge.hf.vocabulary.view.Offender",
                        "io.terge.hf.hub.HubAdapter adapter;"),
                CheckedRule.of(
                        only(TRANSPLANT, TRANSPLANT),
                        "io.terge.hf.transplant.Offender",
                        "io.terge.tensor.Tensor tensor;"),
                CheckedRule.of(
                        only(EXPERTS, EXPERTS, CONFIG, SPI, MODEL, ERROR),
                        "io.terge.hf.experts.Offender",
                        "io.terge.hf.directory.HuggingFaceAdapter adapter;"),
                CheckedRule.of(
                        only(
                                EXPERTS_VIEW,
                                EXPERTS_VIEW,
                                EXPERTS,
                                CONFIG,
                                FILES,
                                SPI,
                                MODEL,
                                ERROR,
                                TENSOR),
                        "io.terge.hf.experts.view.Offender",
                        "io.terge.hf.directory.HuggingFaceAdapter adapter;"),
                CheckedRule.of(
                        only(CARD, CARD, FILES, SPI, MODEL, TENSOR, "org.snakeyaml.engine.."),
                        "io.terge.hf.card.Offender",
                        "io.terge.hf.directory.HuggingFaceAdapter adapter;"),
                CheckedRule.of(
                        only(
                                SAFETENSORS,
                                SAFETENSORS,
                                EXPERTS,
                                VOCABULARY,
                                JSON,
                                FILES,
                                SPI,
                                MODEL,
                                ERROR,
                                TENSOR,
                                JACKSON),
                        "io.terge.hf.safetensors.Offender",
                        "io.terge.hf.directory.HuggingFaceAdapter adapter;"),
                CheckedRule.of(
                        only(
                                DIRECTORY,
                                DIRECTORY,
                                VOCABULARY,
                                EXPERTS,
                                CARD,
                                CONFIG,
                                TOKENIZER,
                                SAFETENSORS,
                                JSON,
                                FILES,
                                SPI,
                                MODEL,
                                ERROR,
                                TENSOR,
                                JACKSON),
                        "io.terge.hf.directory.Offender",
                        "io.terge.api.MergeRequest request;"));
    }

    private static List<CheckedRule> pytorch() {
        String root = "io.terge.pytorch";
        String pickle = root + ".pickle..";
        String problem = root + ".problem..";
        String tensor = root + ".tensor..";
        String archive = root + ".archive..";
        String exported = root + ".exported..";
        String replace = root + ".replace..";
        return List.of(
                CheckedRule.of(
                        only(pickle, pickle, FILES, ERROR, TENSOR),
                        root + ".pickle.Offender",
                        "io.terge.spi.format.ModelSource source;"),
                CheckedRule.of(
                        only(tensor, tensor, pickle, problem, FILES, ERROR, TENSOR),
                        root + ".tensor.Offender",
                        "io.terge.spi.format.ModelSource source;"),
                CheckedRule.of(
                        only(archive, archive, tensor, pickle, problem, FILES, ERROR, TENSOR),
                        root + ".archive.Offender",
                        "io.terge.pytorch.state.StateDict dict;"),
                CheckedRule.of(
                        only(exported, exported, archive, tensor, problem, FILES, ERROR, TENSOR),
                        root + ".exported.Offender",
                        "io.terge.pytorch.pickle.PickleValue value;"),
                CheckedRule.of(
                        only(replace, replace, archive, tensor, FILES, SPI, ERROR, TENSOR),
                        root + ".replace.Offender",
                        "io.terge.pytorch.exported.ExportedProgram program;"),
                CheckedRule.of(
                        only(
                                root + ".write..",
                                root + ".write..",
                                tensor,
                                FILES,
                                SPI,
                                ERROR,
                                TENSOR),
                        root + ".write.Offender",
                        "io.terge.pytorch.archive.TorchArchive archive;"));
    }

    private static List<CheckedRule> djl() {
        String memory = "io.terge.djl.memory..";
        return List.of(
                CheckedRule.of(
                        noClasses()
                                .that()
                                .resideOutsideOfPackage("io.terge.djl..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage(DJL)
                                .as("DJL, and with it native code, is known to one module alone"),
                        "io.terge.files.Offender",
                        "ai.djl.nn.Block block;"),
                CheckedRule.of(
                        only(memory, memory, FILES, SPI, MODEL, ERROR, TENSOR, DJL),
                        "io.terge.djl.memory.Offender",
                        "io.terge.api.MergeRequest request;"),
                CheckedRule.of(
                        only("io.terge.djl", "io.terge.djl", API, MODEL, DJL),
                        "io.terge.djl.Offender",
                        "io.terge.engine.Terge terge;"));
    }
}
