package io.terge.pytorch.exported;

import io.terge.files.json.JsonReader;
import io.terge.pytorch.problem.TorchCode;
import io.terge.pytorch.tensor.CheckedViews;
import io.terge.pytorch.tensor.TensorReader;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the type and the shape of a tensor.
 *
 * @param json where it is read
 * @param problems makes the messages
 * @param name the parameter's name
 */
record MetadataReader(JsonReader json, TensorReader problems, String name) {

    private static final List<String> FIELDS =
            List.of("dtype", "sizes", "strides", "storage_offset", "layout");

    /** A number that is known is under this name; other names are for symbols. */
    private static final String KNOWN = "as_int";

    TensorMetadata read(String what) {
        Map<String, List<Long>> numbers = new HashMap<>();
        json.object(
                what,
                field -> {
                    if (FIELDS.contains(field)) {
                        numbers.put(field, field(field));
                    } else {
                        json.skip();
                    }
                });
        return new TensorMetadata(
                require(numbers, "dtype").getFirst(),
                require(numbers, "layout").getFirst(),
                require(numbers, "storage_offset").getFirst(),
                require(numbers, "sizes"),
                require(numbers, "strides"));
    }

    private List<Long> require(Map<String, List<Long>> numbers, String field) {
        List<Long> found = numbers.get(field);
        if (found == null) {
            throw problems.invalid(name, "has no '%s'".formatted(field));
        }
        return found;
    }

    private List<Long> field(String field) {
        String what = "'%s' of the tensor".formatted(field);
        List<Long> numbers = new ArrayList<>();
        switch (field) {
            case "dtype", "layout" -> numbers.add(number(what));
            case "storage_offset" -> readKnown(what, numbers);
            default -> json.array(what, () -> readKnown(what, numbers));
        }
        return numbers;
    }

    /** Reads an object of one name and value. */
    private void readKnown(String what, List<Long> into) {
        if (into.size() == CheckedViews.MAX_RANK) {
            throw problems.invalid(
                    name, "has more than %d dimensions".formatted(CheckedViews.MAX_RANK));
        }
        Set<String> found =
                json.object(
                        what,
                        form -> {
                            if (!form.equals(KNOWN)) {
                                throw problems.unsupported(name, "has a symbol in " + what);
                            }
                            into.add(number(what));
                        });
        if (found.isEmpty()) {
            throw problems.invalid(name, "has no number in " + what);
        }
    }

    private long number(String what) {
        long number = json.number(what, TorchCode.TORCH_TENSOR_INVALID);
        if (number < 0) {
            throw problems.invalid(
                    name, "has the negative number %d in %s".formatted(number, what));
        }
        return number;
    }
}
