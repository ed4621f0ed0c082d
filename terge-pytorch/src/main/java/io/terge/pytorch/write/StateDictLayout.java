package io.terge.pytorch.write;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.terge.files.zip.ZipLayout;
import io.terge.files.zip.ZipLayoutBuilder;
import io.terge.spi.format.ModelBlueprint;
import io.terge.tensor.ParameterSpec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The layout of a file as {@code torch.save} writes it, so that it can also be mapped. */
public final class StateDictLayout {

    /** PyTorch aligns storages so that they can be mapped and read by vector code. */
    private static final int ALIGNMENT = 64;

    /** PyTorch names the folder after the file; the bytes of a merge must not depend on that. */
    private static final String FOLDER = "archive/";

    private StateDictLayout() {}

    /**
     * Returns the layout of a model.
     *
     * @throws io.terge.error.TergeException with {@code OUTPUT_NOT_SUPPORTED} if PyTorch has no
     *     type for a parameter, or a name is not valid Unicode
     */
    public static ZipLayout of(ModelBlueprint blueprint) {
        List<ParameterSpec> parameters = blueprint.parameters();
        ZipLayoutBuilder layout = ZipLayout.builder().alignment(ALIGNMENT);
        layout.content(FOLDER + "data.pkl", StateDictPickle.of(parameters, names(blueprint)));
        layout.content(FOLDER + "byteorder", "little".getBytes(US_ASCII));
        for (int i = 0; i < parameters.size(); i++) {
            ParameterSpec spec = parameters.get(i);
            layout.parameter(FOLDER + "data/" + i, spec.name(), spec.byteSize());
        }
        layout.content(FOLDER + "version", "3\n".getBytes(US_ASCII));
        return layout.build();
    }

    /** All names of each parameter that has several, its own first. */
    private static Map<String, List<String>> names(ModelBlueprint blueprint) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        new TreeMap<>(blueprint.ties())
                .forEach(
                        (name, other) ->
                                names.computeIfAbsent(other, own -> new ArrayList<>(List.of(own)))
                                        .add(name));
        return names;
    }
}
