package io.terge.recipes.mergekit;

import io.terge.recipes.RecipeCode;
import io.terge.recipes.mergekit.MergekitMethod.BaseRole;
import io.terge.recipes.yaml.Problems;

import java.util.Optional;

/**
 * Checks that the sources of a part fit the method.
 *
 * @param outline the recipe
 * @param problems told of what is wrong
 */
record PartCheck(Outline outline, Problems problems) {

    void check(Part part) {
        MergekitMethod method = outline.method();
        Optional<Reference> base = outline.base(part);
        if (base.isEmpty() && method.base().isNeeded()) {
            problems.add(
                    RecipeCode.RECIPE_MISSING_KEY,
                    outline.methodPlace(),
                    "'%s' needs a base".formatted(method.text()),
                    "add '%s'".formatted(PartReader.BASE_MODEL));
            return;
        }
        boolean isAmong = base.filter(part::has).isPresent();
        boolean isRead = method.base().isApart() || isPairOfFirst(part);
        if (outline.isSliced() && isRead && base.isPresent() && !isAmong) {
            problems.add(
                    RecipeCode.RECIPE_INVALID_VALUE,
                    part.place(),
                    "The base '%s' is not a source of this slice".formatted(base.get().text()),
                    "add it to 'sources', with its 'layer_range'");
        } else {
            checkCount(part, base, isAmong && method.base().isApart() ? 1 : 0);
        }
    }

    private boolean isPairOfFirst(Part part) {
        return outline.method().base() == BaseRole.FIRST && part.sources().size() > 1;
    }

    private void checkCount(Part part, Optional<Reference> base, int apart) {
        MergekitMethod method = outline.method();
        int count = part.sources().size() - apart;
        int read = count + (base.isPresent() && method.base().isApart() ? 1 : 0);
        // A single model is its own merge.
        boolean isFew = count < method.fewest() && read > 1;
        if (isFew || count > method.most()) {
            problems.add(
                    RecipeCode.RECIPE_INVALID_VALUE,
                    part.place(),
                    "'%s' merges %s%s, but there %s %d%s"
                            .formatted(
                                    method.text(),
                                    expected(method),
                                    method.base().isApart() ? " without the base" : "",
                                    count == 1 ? "is" : "are",
                                    count,
                                    isAdded(part, base) ? ", of which one is the base" : ""),
                    "list other models, or use another method");
        }
    }

    // What 'models' does not list, but 'base_model' names.
    private static boolean isAdded(Part part, Optional<Reference> base) {
        return base.map(Reference::place)
                .filter(part.sources().getLast().place()::equals)
                .isPresent();
    }

    private static String expected(MergekitMethod method) {
        int most = method.most();
        if (most == Integer.MAX_VALUE) {
            return "at least %d models".formatted(method.fewest());
        }
        return most == 1 ? "1 model" : "%d models".formatted(most);
    }
}
