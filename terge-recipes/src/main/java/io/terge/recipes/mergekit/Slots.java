package io.terge.recipes.mergekit;

import io.terge.api.BaseChoice;
import io.terge.api.ModelScope;
import io.terge.model.ModelReference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The models of a request. A model that a slice has twice is listed twice; a base that is never
 * merged itself is not listed. Not for several threads.
 */
final class Slots {

    private final List<Slot> listed = new ArrayList<>();
    private final Optional<Slot> unlistedBase;
    private final Optional<Slot> base;

    /**
     * @param base the base of the request
     * @param isListed whether it is one of the models
     */
    Slots(Optional<Reference> base, boolean isListed) {
        this.base = base.map(model -> new Slot(model.model(), 0));
        this.unlistedBase = this.base.filter(slot -> !isListed);
    }

    private record Slot(ModelReference model, int copy) {}

    /**
     * Returns a model, and lists it if it is not.
     *
     * @param copy how many times the slice already has it
     */
    ModelScope find(Reference model, int copy) {
        Slot slot = new Slot(model.model(), copy);
        return unlistedBase.filter(slot::equals).isPresent()
                ? ModelScope.base()
                : ModelScope.model(index(slot));
    }

    /** Returns a model, or a copy of it, that is listed after another. */
    ModelScope findAfter(Reference model, ModelScope first) {
        int copy = 0;
        ModelScope found = find(model, copy);
        while (found instanceof ModelScope.Index(int index)
                && first instanceof ModelScope.Index(int other)
                && index <= other) {
            copy++;
            found = find(model, copy);
        }
        return found;
    }

    private int index(Slot slot) {
        if (!listed.contains(slot)) {
            listed.add(slot);
        }
        return listed.indexOf(slot);
    }

    List<ModelReference> models() {
        return listed.stream().map(Slot::model).toList();
    }

    /** The base of the request. */
    BaseChoice base() {
        return unlistedBase
                .<BaseChoice>map(slot -> new BaseChoice.Other(slot.model()))
                .or(() -> base.map(slot -> new BaseChoice.Index(listed.indexOf(slot))))
                .orElse(new BaseChoice.Unset());
    }
}
