package io.terge.pytorch.exported;

import io.terge.files.Quoted;
import io.terge.files.zip.ZipEntry;
import io.terge.pytorch.archive.TorchArchive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a graph uses besides weights and inputs: tensors that are neither parameters nor persistent
 * buffers, and objects.
 *
 * @param described the constants in words
 * @param pickled the entries, without folders and in lower case, that are pickles
 */
record Constants(List<String> described, Set<String> pickled) {

    static final String FOLDER = "data/constants/";
    private static final String LIST = "_constants_config.json";
    private static final String TENSOR = "tensor_";

    /** Reads the lists of constants; an archive has one for each program. */
    static Constants of(TorchArchive archive) throws IOException {
        Map<String, Payload> payloads = new LinkedHashMap<>();
        for (ZipEntry list : ExportedProgram.within(archive, FOLDER, LIST)) {
            byte[] json = archive.content(list, ExportedProgram.MAX_LIST);
            payloads.putAll(PayloadReader.read(json, archive.subject(list)));
        }
        List<String> described = new ArrayList<>();
        payloads.forEach((name, payload) -> described.add(Quoted.of(name) + kind(payload)));
        return new Constants(described, pickled(payloads.values()));
    }

    private static String kind(Payload payload) {
        return payload.entry().startsWith(TENSOR) ? "" : " (not a tensor)";
    }

    private static Set<String> pickled(Collection<Payload> payloads) {
        return payloads.stream()
                .filter(Payload::pickled)
                .map(payload -> payload.entry().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }
}
