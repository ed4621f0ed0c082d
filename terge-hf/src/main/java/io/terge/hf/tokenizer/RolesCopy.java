package io.terge.hf.tokenizer;

import tools.jackson.core.JsonToken;

import java.util.Set;

/**
 * Copies a file that says which tokens have a role, such as {@code tokenizer_config.json}.
 *
 * @param json the file; the parser is at its start
 * @param tokens the tokens that stay
 * @param vacant the fields that are left out
 */
record RolesCopy(JsonCopy json, RenumberedTokens tokens, Set<String> vacant) {

    private static final Set<String> LISTS =
            Set.of("additional_special_tokens", "extra_special_tokens");

    void run() {
        json.object(this::copy);
    }

    private void copy(String field, JsonToken value) {
        if (vacant.contains(field)) {
            json.from().skipChildren();
        } else if (field.equals("added_tokens_decoder") && value == JsonToken.START_OBJECT) {
            json.to().writeName(field);
            json.object(this::copyNumbered);
        } else if (LISTS.contains(field) && value == JsonToken.START_ARRAY) {
            json.to().writeName(field);
            json.array(this::copyListed);
        } else {
            json.same(field);
        }
    }

    private void copyNumbered(String number, JsonToken value) {
        boolean isNumber = number.matches("[0-9]{1,9}");
        if (isNumber && !tokens.numbers().containsKey(Integer.valueOf(number))) {
            json.from().skipChildren();
        } else {
            json.same(
                    isNumber ? Integer.toString(tokens.number(Integer.parseInt(number))) : number);
        }
    }

    private void copyListed() {
        boolean isRemoved =
                json.from().currentToken() == JsonToken.VALUE_STRING
                        && tokens.removed().contains(json.from().getString());
        if (!isRemoved) {
            json.same();
        }
    }
}
