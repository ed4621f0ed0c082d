package io.terge.pytorch;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.pytorch.pickle.PickleCode;
import io.terge.spi.format.ModelSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;

/** The setting {@code pickle=strict}. */
class StrictPicklesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "types",
                "types_legacy",
                "views",
                "views_legacy",
                "tied_legacy",
                "protocol_2",
                "protocol_5",
                "legacy_protocol_5",
                "with_metadata",
                "plain_dict",
                "deepspeed",
                "in_model",
                "tensor_beside_model"
            })
    void tensorsAndPlainContainersAreRead(String name) throws IOException {
        Checkpoint checkpoint = new Checkpoint(name);
        try (ModelSource source = checkpoint.open("pickle", "strict")) {
            assertThat(Expected.allOf(source)).isEqualTo(checkpoint.expected());
        }
    }

    @Test
    void allUnknownNamesAreListed() {
        Rejections.assertRejected(
                () -> new Checkpoint("module").open("pickle", "strict"),
                PickleCode.PICKLE_UNKNOWN_GLOBAL,
                "unknown functions or classes: '__main__.Net', ",
                "'torch.nn.modules.linear.Linear'",
                "'torch.nn.modules.batchnorm.BatchNorm1d'",
                "use --pickle lax, the default");
    }

    @ParameterizedTest
    @CsvSource({
        "lightning, argparse.Namespace",
        "module, __main__.Net",
        "module_legacy, __main__.Net",
        "classes, __main__.Subclass",
        "numpy_values, numpy",
    })
    void otherClassesAreRejected(String name, String global) {
        Rejections.assertRejected(
                () -> new Checkpoint(name).open("pickle", "strict"),
                PickleCode.PICKLE_UNKNOWN_GLOBAL,
                global);
    }
}
