package io.terge.pytorch;

import io.terge.error.Problem;
import io.terge.files.OpenFile;
import io.terge.files.Quoted;
import io.terge.pytorch.archive.SavedObject;
import io.terge.pytorch.state.StateDict;
import io.terge.pytorch.state.StateDictFinder;
import io.terge.pytorch.tensor.TensorReader;
import io.terge.pytorch.tensor.TensorView;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the state dict of a saved object.
 *
 * @param file the file
 * @param object what it contains
 */
record StateDictReader(OpenFile file, SavedObject object) {

    /**
     * The detail that tells where in the saved object the state dict is, unless it is all of it.
     */
    static final String KEY = "state dict";

    PyTorchSource read(Optional<String> key) {
        String subject = Quoted.of(file.path());
        StateDict dict = StateDictFinder.find(object.pickle().value(), key, subject);
        TensorReader reader = new TensorReader(subject);
        Map<String, TensorView> views = new LinkedHashMap<>();
        dict.tensors().forEach((name, value) -> views.put(name, reader.read(value, name)));
        return PyTorchSource.of(
                file, views, object.storages(), warnings(dict), details(dict, views));
    }

    private List<Problem> warnings(StateDict dict) {
        List<String> ignored =
                dict.ignored().stream()
                        .map(one -> "%s (%s)".formatted(Quoted.of(one.name()), one.type()))
                        .toList();
        return IgnoredObjects.warnings(
                file.path(), "objects outside the state dict, which are not written", ignored);
    }

    private Map<String, String> details(StateDict dict, Map<String, TensorView> views) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put(
                "layout",
                "%s, pickle protocol %d".formatted(object.layout(), object.pickle().protocol()));
        if (!dict.key().isEmpty()) {
            details.put(KEY, dict.key());
        }
        details.put("names in the pickle", PickleNames.of(object.pickle().globals()));
        details.putAll(PyTorchSource.strides(views));
        return details;
    }
}
