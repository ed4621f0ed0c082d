package io.terge.pytorch.script;

import io.terge.error.Problem;
import io.terge.error.TergeException;
import io.terge.files.Quoted;
import io.terge.pytorch.pickle.PickleDict;
import io.terge.pytorch.pickle.PickleEntry;
import io.terge.pytorch.pickle.PickleObject;
import io.terge.pytorch.pickle.PickleText;
import io.terge.pytorch.pickle.PickleValue;
import io.terge.pytorch.problem.TorchCode;
import io.terge.pytorch.tensor.Described;
import io.terge.pytorch.tensor.TensorReader;
import io.terge.pytorch.tensor.TensorView;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects the tensors of a module and of the modules inside, whose names are joined by dots. */
final class ModuleTensors {

    private static final String CLASSES = "__torch__";
    private static final int MAX_DEPTH = 100;

    /** More come from modules that are repeated within themselves. */
    private static final int MAX_ATTRIBUTES = 10_000_000;

    private final String subject;
    private final TensorReader reader;
    private final Map<String, TensorView> views = new LinkedHashMap<>();
    private final TensorsInside search = new TensorsInside();
    private final List<String> ignored = new ArrayList<>();
    private int attributes;

    ModuleTensors(String subject) {
        this.subject = subject;
        this.reader = new TensorReader(subject);
    }

    /** The attributes that contain tensors and are not read, with their types. */
    List<String> ignored() {
        return ignored;
    }

    Map<String, TensorView> of(PickleValue root) {
        PickleDict attributesOfRoot =
                attributesOf(root)
                        .orElseThrow(() -> invalid(subject + " contains no TorchScript module"));
        add(attributesOfRoot, "", 0);
        return views;
    }

    private void add(PickleDict module, String prefix, int depth) {
        for (PickleEntry entry : module.entries()) {
            if (++attributes > MAX_ATTRIBUTES || depth > MAX_DEPTH) {
                throw invalid(subject + " contains modules that are nested too deeply");
            }
            if (entry.key() instanceof PickleText(String key)) {
                add(prefix + key, entry.value(), depth);
            }
        }
    }

    private void add(String name, PickleValue value, int depth) {
        if (TensorReader.isTensor(value)) {
            views.put(name, reader.read(value, name));
            return;
        }
        Optional<PickleDict> inside = attributesOf(value);
        if (inside.isPresent()) {
            add(inside.get(), name + ".", depth + 1);
        } else if (search.isIn(value)) {
            ignored.add("%s (%s)".formatted(Quoted.of(name), Described.of(value)));
        }
    }

    /** Returns the attributes of an instance of a class of the archive's code. */
    private static Optional<PickleDict> attributesOf(PickleValue value) {
        return value instanceof PickleObject object && object.dotted().startsWith(CLASSES)
                ? object.state().filter(PickleDict.class::isInstance).map(PickleDict.class::cast)
                : Optional.empty();
    }

    private static TergeException invalid(String what) {
        return new TergeException(Problem.of(TorchCode.TORCH_INVALID, what));
    }
}
