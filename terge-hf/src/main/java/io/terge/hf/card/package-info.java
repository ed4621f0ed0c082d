/** Model cards: what the front matter of one says, and the card of a merged model. Internal. */
@NullMarked
package io.terge.hf.card;

import org.jspecify.annotations.NullMarked;
