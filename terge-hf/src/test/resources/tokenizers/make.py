"""Makes small tokenizers of each kind, and what is left of them without some tokens.

Run in this folder, with the package 'tokenizers'. What is left is computed here, and checked with
the library: the tokenizer loads, its numbers have no gap, and sentences get the expected tokens.
"""

import json

from tokenizers import AddedToken, Tokenizer, models, pre_tokenizers, processors


def bpe():
    words = ["<s>", "a", "b", "c", "##d", "##b", "##c", "ab", "abc", "cd"]
    tokenizer = Tokenizer(
        models.BPE(
            vocab={word: number for number, word in enumerate(words)},
            merges=[("a", "##b"), ("c", "##d"), ("ab", "##c")],
            continuing_subword_prefix="##",
            unk_token="<s>",
        )
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer.add_special_tokens(["<s>", "<end>"])
    tokenizer.add_tokens([AddedToken("<x>", rstrip=True), "<y>"])
    tokenizer.post_processor = processors.Sequence(
        [
            processors.TemplateProcessing(
                single="<s> $A <end>", special_tokens=[("<s>", 0), ("<end>", 10)]
            )
        ]
    )
    return tokenizer


def wordpiece():
    words = ["[PAD]", "x", "[UNK]", "[CLS]", "y", "[SEP]", "un", "##do", "##ing", "do"]
    tokenizer = Tokenizer(
        models.WordPiece(
            vocab={word: number for number, word in enumerate(words)}, unk_token="[UNK]"
        )
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer.add_special_tokens(["[PAD]", "[UNK]", "[CLS]", "[SEP]"])
    tokenizer.post_processor = processors.BertProcessing(("[SEP]", 5), ("[CLS]", 3))
    tokenizer.enable_padding(pad_id=0, pad_token="[PAD]")
    return tokenizer


def unigram():
    words = [("x", -1.5), ("y", -1.25), ("<unk>", 0.0), ("a", -2.0), ("b", -2.5), ("ab", -3.0)]
    tokenizer = Tokenizer(models.Unigram(words, unk_id=2))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer.add_special_tokens(["</s>"])
    tokenizer.post_processor = processors.TemplateProcessing(
        single="$A </s>", special_tokens=[("</s>", 6)]
    )
    return tokenizer


def without(tokenizer, removed):
    before = tokenizer.get_vocab()
    left = sorted((number, token) for token, number in before.items() if token not in removed)
    number = {old: new for new, (old, _) in enumerate(left)}
    content = json.loads(tokenizer.to_str())
    model = content["model"]
    if isinstance(model["vocab"], list):
        model["vocab"] = [pair for pair in model["vocab"] if pair[0] not in removed]
        model["unk_id"] = number[model["unk_id"]]
    else:
        model["vocab"] = {t: number[n] for t, n in model["vocab"].items() if t not in removed}
    if "merges" in model:
        model["merges"] = [
            [one, other]
            for one, other in model["merges"]
            if not {one, other, one + other.removeprefix("##")} & removed
        ]
    content["added_tokens"] = [
        {**token, "id": number[token["id"]]}
        for token in content["added_tokens"]
        if token["content"] not in removed
    ]
    if content["padding"]:
        content["padding"]["pad_id"] = number[content["padding"]["pad_id"]]
    processor = content["post_processor"]
    for one in processor.get("processors", [processor]):
        for special in one.get("special_tokens", {}).values():
            special["ids"] = [number[old] for old in special["ids"]]
        for role in {"sep", "cls"} & one.keys():
            one[role][1] = number[one[role][1]]
    return content, number


def write(name, content):
    with open(name, "w") as file:
        file.write(json.dumps(content, indent=2, ensure_ascii=False) + "\n")


def make(name, tokenizer, removed, sentence, expected):
    content, number = without(tokenizer, removed)
    write(name + ".json", json.loads(tokenizer.to_str()))
    write(name + "-without.json", content)
    left = Tokenizer.from_str(json.dumps(content))
    assert sorted(left.get_vocab().values()) == list(range(len(number))), left.get_vocab()
    for token, old in tokenizer.get_vocab().items():
        assert token in removed or left.token_to_id(token) == number[old]
    encoded = left.encode(sentence)
    assert encoded.tokens == expected, encoded.tokens
    assert encoded.ids == [left.token_to_id(token) for token in expected], encoded.ids


make("bpe", bpe(), {"abc", "##d", "cd", "<x>"}, "abc <y>", ["<s>", "ab", "##c", "<y>", "<end>"])
make(
    "wordpiece",
    wordpiece(),
    {"x", "##do"},
    "doing undo y",
    ["[CLS]", "do", "##ing", "[UNK]", "y", "[SEP]"],
)
make("unigram", unigram(), {"x", "ab"}, "ab y", ["a", "b", "y", "</s>"])
