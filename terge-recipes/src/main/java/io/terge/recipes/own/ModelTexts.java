package io.terge.recipes.own;

import io.terge.model.ModelReference;
import io.terge.recipes.value.RecipeFolder;

/** How a recipe names models. */
interface ModelTexts {

    /** Returns the text that means a model in the recipe. */
    String of(ModelReference reference);

    /** Returns the text that means a place in the recipe, where a model is to be written. */
    String ofTarget(ModelReference target);

    /** Texts for a recipe in a folder. */
    static ModelTexts in(RecipeFolder folder) {
        return new InFolder(folder);
    }

    /**
     * Texts for a recipe in a folder.
     *
     * @param folder the folder
     */
    record InFolder(RecipeFolder folder) implements ModelTexts {

        @Override
        public String of(ModelReference reference) {
            return folder.relativize(reference);
        }

        @Override
        public String ofTarget(ModelReference target) {
            return folder.relativizeTarget(target);
        }
    }
}
