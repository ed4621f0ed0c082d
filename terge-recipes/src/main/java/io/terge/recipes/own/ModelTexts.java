package io.terge.recipes.own;

import io.terge.model.ModelReference;

/** How a recipe names models. */
interface ModelTexts {

    /** Returns the text that means a model in the recipe. */
    String of(ModelReference reference);
}
