package io.terge.pytorch.pickle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * An object that Python would have made by calling something. Nothing is called: this is a record
 * of the call, and of what the pickle then does to the object.
 *
 * @since 0.1
 */
public final class PickleObject implements PickleValue {

    private final PickleCall call;
    private final PickleValue callable;
    private final PickleTuple arguments;
    private final Optional<PickleValue> keywords;
    private List<PickleValue> items = List.of();
    private Optional<PickleDict> entries = Optional.empty();
    private Optional<PickleValue> state = Optional.empty();

    PickleObject(
            PickleCall call,
            PickleValue callable,
            PickleTuple arguments,
            Optional<PickleValue> keywords) {
        this.call = call;
        this.callable = callable;
        this.arguments = arguments;
        this.keywords = keywords;
    }

    /** The instruction. */
    public PickleCall call() {
        return call;
    }

    /**
     * What would have been called: a {@link PickleGlobal}; or a {@link PickleObject} or {@link
     * PicklePersistent}, which Python would replace with a function or class.
     */
    public PickleValue callable() {
        return callable;
    }

    /** The arguments. */
    public PickleTuple arguments() {
        return arguments;
    }

    /** The keyword arguments of {@link PickleCall#NEWOBJ_EX}, as a rule a {@link PickleDict}. */
    public Optional<PickleValue> keywords() {
        return keywords;
    }

    /** What is appended or added to the object, as an unmodifiable list. */
    public List<PickleValue> items() {
        return Collections.unmodifiableList(items);
    }

    /** The entries set in the object, as if it were a dictionary. */
    public PickleDict entries() {
        return entries.orElseGet(PickleDict::new);
    }

    /** The state that the object is given. */
    public Optional<PickleValue> state() {
        return state;
    }

    /**
     * The dotted name of what would have been called. If that is the result of another call, the
     * name of what makes the result, followed by {@code ()} for each call.
     */
    public String dotted() {
        return GlobalNames.ofCall(this);
    }

    /**
     * The dotted name of the object's class or of the function that makes it. Unlike {@link
     * #dotted}, it looks through {@code copyreg._reconstructor}, by which old protocols make most
     * objects.
     */
    public String madeBy() {
        return GlobalNames.ofClass(this);
    }

    void addAll(List<PickleValue> more) {
        if (items.isEmpty()) {
            items = new ArrayList<>(0);
        }
        items.addAll(more);
    }

    void put(PickleValue key, PickleValue value) {
        PickleDict dict = entries();
        dict.put(key, value);
        entries = Optional.of(dict);
    }

    void state(PickleValue given) {
        state = Optional.of(given);
    }

    @Override
    public String toString() {
        return "an object made by " + dotted();
    }
}
