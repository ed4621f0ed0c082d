package io.terge.recipes.mergekit;

import io.terge.recipes.RecipeCode;
import io.terge.recipes.yaml.Place;
import io.terge.recipes.yaml.Problems;
import io.terge.tensor.DType;

/**
 * Tells where results differ from those of mergekit.
 *
 * @param outline the recipe
 * @param problems told of it
 */
record MethodNotes(Outline outline, Problems problems) {

    private static final String DENSITY = "density";

    void add() {
        switch (outline.method()) {
            case BREADCRUMBS, BREADCRUMBS_TIES -> {
                if (isSparse()) {
                    add(
                            "mergekit takes no changes of parameters with fewer than 1 / gamma"
                                    + " elements, or if gamma is 0; here they count like others");
                }
            }
            case DARE_LINEAR, DARE_TIES, DELLA, DELLA_LINEAR -> {
                if (isSparse()) {
                    add("The random numbers are not those of mergekit: other elements are dropped");
                }
            }
            case SCE -> {
                if (outline.mayHave("select_topk", fraction -> fraction < 1)) {
                    add(
                            "mergekit gives parameters of which 'select_topk' selects nothing a"
                                    + " wrong shape; here they are those of the base");
                }
            }
            case ARCEE_FUSION -> {
                add(
                        "mergekit estimates the quartiles of parameters with more than 1,000,000"
                                + " elements from a random sample; here they are exact");
                addType();
            }
            case RAMPLUS_TL -> addType();
            default -> {}
        }
        addSlices();
    }

    private boolean isSparse() {
        return outline.mayHave(DENSITY, density -> density < 1);
    }

    private void addType() {
        boolean isSame = outline.dtype().filter(DType.F32::equals).isPresent();
        if (!outline.isTypeStored() && !isSame) {
            add(
                    "mergekit stores this as float32 whatever 'dtype' is; here it has the type %s"
                            .formatted(outline.dtype().isPresent() ? "'dtype'" : "of the base"));
        }
    }

    private void addSlices() {
        Part last = outline.parts().getLast();
        if (last.sources().size() > outline.parts().getFirst().sources().size()) {
            add(
                    last.place(),
                    "The last slice has more sources than the first: mergekit leaves the last of"
                            + " them out of what belongs to no layer and is no embedding; here they"
                            + " count");
        }
        for (Part part : outline.parts()) {
            part.sources().stream()
                    .filter(source -> isRepeated(part, source))
                    .forEach(
                            source ->
                                    add(
                                            source.place(),
                                            "'%s' is listed again: mergekit uses only the"
                                                            .formatted(source.model().text())
                                                    + " last; here each counts"));
        }
    }

    private boolean isRepeated(Part part, Source source) {
        return part.copies(source) > 0 && !outline.isApart(part, source);
    }

    private void add(String message) {
        add(outline.methodPlace(), message);
    }

    private void add(Place place, String message) {
        problems.add(RecipeCode.RECIPE_NOTE, place, message);
    }
}
