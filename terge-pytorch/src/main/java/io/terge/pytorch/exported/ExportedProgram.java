package io.terge.pytorch.exported;

import io.terge.error.Problem;
import io.terge.error.TergeException;
import io.terge.files.Quoted;
import io.terge.files.zip.ZipEntry;
import io.terge.pytorch.archive.ArchiveStorages;
import io.terge.pytorch.archive.TorchArchive;
import io.terge.pytorch.problem.TorchCode;
import io.terge.pytorch.tensor.TensorView;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The program in an archive of {@code torch.export.save}. Its constants are a part of the graph,
 * not of the weights.
 *
 * @param archive the archive
 * @param views its parameters and buffers, by name, in order
 * @param storages their bytes
 * @param constants what the program has besides: constants and buffers that are not persistent, in
 *     words
 * @param pickles what PyTorch unpickles besides, which is not read here
 */
public record ExportedProgram(
        TorchArchive archive,
        Map<String, TensorView> views,
        ArchiveStorages storages,
        List<String> constants,
        List<PickledEntry> pickles) {

    /** The end of the name of a list of weights. */
    static final String LIST = "_weights_config.json";

    private static final String WEIGHTS = "data/weights/";
    private static final String OLD_WEIGHTS = ".pt";
    private static final String COMPILED = "data/aotinductor/";
    private static final String FORMAT = "pt2";
    private static final String VERSION = "0";
    static final int MAX_LIST = 100_000_000;

    public ExportedProgram {
        views = Collections.unmodifiableMap(new LinkedHashMap<>(views));
        constants = List.copyOf(constants);
        pickles = List.copyOf(pickles);
    }

    /**
     * Reads the program of an archive.
     *
     * @throws TergeException if it is malformed, or of a kind or version that is not supported
     */
    public static ExportedProgram read(TorchArchive archive) throws IOException {
        check(archive, "archive_format", FORMAT);
        check(archive, "archive_version", VERSION);
        ZipEntry list = list(archive);
        String subject = archive.subject(list);
        PayloadViews reader = new PayloadViews(archive, WEIGHTS, subject);
        Map<String, TensorView> views = new LinkedHashMap<>();
        PayloadReader.read(archive.content(list, MAX_LIST), subject)
                .forEach((name, payload) -> views.put(name, reader.of(name, payload)));
        Constants constants = Constants.of(archive);
        return new ExportedProgram(
                archive,
                views,
                new ArchiveStorages(archive, WEIGHTS),
                constants.described(),
                new PickledEntries(archive, constants).find());
    }

    private static void check(TorchArchive archive, String name, String expected)
            throws IOException {
        String found = archive.text(archive.require(name));
        if (!found.equals(expected)) {
            throw unsupported(
                    archive, "has the %s %s".formatted(name.replace('_', ' '), Quoted.of(found)));
        }
    }

    private static ZipEntry list(TorchArchive archive) {
        if (!within(archive, COMPILED, "").isEmpty()) {
            throw unsupported(archive, "contains compiled code");
        }
        List<ZipEntry> lists = within(archive, WEIGHTS, LIST);
        if (lists.size() > 1) {
            throw unsupported(
                    archive,
                    "contains several programs, among them %s and %s"
                            .formatted(
                                    Quoted.of(lists.get(0).name()),
                                    Quoted.of(lists.get(1).name())));
        }
        // PyTorch prefers them to a list.
        if (!within(archive, WEIGHTS, OLD_WEIGHTS).isEmpty()) {
            throw unsupported(
                    archive, "stores its weights in a pickle, as older versions of PyTorch do");
        }
        if (lists.isEmpty()) {
            throw unsupported(archive, "contains no weights");
        }
        return lists.getFirst();
    }

    static List<ZipEntry> within(TorchArchive archive, String folder, String ending) {
        String start = archive.folder() + folder;
        return archive.zip().entries().stream()
                .filter(entry -> entry.name().startsWith(start) && entry.name().endsWith(ending))
                .toList();
    }

    private static TergeException unsupported(TorchArchive archive, String what) {
        return new TergeException(
                Problem.of(
                                TorchCode.TORCH_UNSUPPORTED,
                                "%s %s, which is not supported".formatted(archive.subject(), what))
                        .fix("save the model with torch.export.save of a current PyTorch"));
    }
}
