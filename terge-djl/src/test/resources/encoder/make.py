"""Makes the files beside it: two small sentence encoders with one tokenizer, and what PyTorch computes with them.

Run by hand: pip install torch transformers safetensors; python make.py
"""

import re

import torch
from safetensors.torch import save_file
from tokenizers import Tokenizer, decoders, models, normalizers, pre_tokenizers, processors
from torch import nn
from transformers import BertConfig, BertModel

SENTENCES = [
    "A cat sleeps on the warm roof.",
    "The kitten naps on top of the house.",
    "Interest rates rise again this spring.",
    "Café prices went up, too!",
]

# Every other word is a token; the others are put together from their beginnings, ends and letters.
normalizer = normalizers.BertNormalizer(lowercase=True)
words = sorted({word for text in SENTENCES for word in re.findall(r"\w+", normalizer.normalize_str(text))})
letters = sorted({letter for word in words for letter in word})
tokens = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", ".", ",", "!", *letters, *(f"##{letter}" for letter in letters)]
tokens += words[::2] + [word[:2] for word in words[1::2]] + [f"##{word[-3:]}" for word in words if len(word) > 4]
tokenizer = Tokenizer(models.WordPiece({token: i for i, token in enumerate(dict.fromkeys(tokens))}, unk_token="[UNK]"))
tokenizer.normalizer = normalizer
tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
tokenizer.decoder = decoders.WordPiece()
tokenizer.post_processor = processors.TemplateProcessing(
    single="[CLS] $A [SEP]", special_tokens=[(token, tokenizer.token_to_id(token)) for token in ("[CLS]", "[SEP]")]
)
tokenizer.save("tokenizer.json")


class Encoder(nn.Module):
    """What is traced: token ids and attention mask in, the hidden states of the last layer out."""

    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, ids, mask):
        return self.model(input_ids=ids, attention_mask=mask).last_hidden_state


def encoder():
    torch.manual_seed(1)
    config = BertConfig(
        vocab_size=tokenizer.get_vocab_size(),
        hidden_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=32,
        max_position_embeddings=32,
        initializer_range=0.5,
        attn_implementation="eager",
    )
    return Encoder(BertModel(config, add_pooling_layer=False)).eval()


def tuned(seed):
    """A copy of the encoder, changed as fine-tuning changes it: a little, everywhere."""
    tuned = encoder()
    torch.manual_seed(seed)
    with torch.no_grad():
        for parameter in tuned.parameters():
            parameter.add_(0.2 * torch.randn_like(parameter))
    return tuned


@torch.no_grad()
def embeddings(model):
    """One sentence at a time: the mean over the attention mask, of length 1."""
    rows = []
    for sentence in SENTENCES:
        encoding = tokenizer.encode(sentence)
        mask = torch.tensor([encoding.attention_mask])
        hidden = model(torch.tensor([encoding.ids]), mask)
        weights = mask.unsqueeze(-1).float()
        mean = (hidden * weights).sum(1) / weights.sum(1)
        rows.append(nn.functional.normalize(mean, dim=1)[0])
    return torch.stack(rows)


def save(script, name):
    """Saves a module without the places in Python's files that its code comes from."""
    script.save(name)
    reader = torch._C.PyTorchFileReader(name)
    records = {
        record: reader.get_record(record)
        for record in reader.get_all_records()
        if not record.endswith(".debug_pkl") and not record.startswith(".data/")
    }
    version = reader.get_record("version") if reader.has_record("version") else reader.get_record(".data/version")
    writer = torch._C.PyTorchFileWriter(name)
    writer.set_min_version(int(version))
    for record, data in records.items():
        writer.write_record(record, data, len(data))
    writer.write_end_of_file()


one, two, merged = tuned(2), tuned(3), encoder()
with torch.no_grad():
    for parameter, a, b in zip(merged.parameters(), one.parameters(), two.parameters()):
        parameter.copy_(0.5 * a.double() + 0.5 * b.double())
# Two sentences of different length, so that the trace depends on neither of the sizes.
example = (torch.tensor([[2, 5, 3], [2, 3, 0]]), torch.tensor([[1, 1, 1], [1, 1, 0]]))
for name, model in (("one", one), ("two", two)):
    save(torch.jit.trace(model, example), f"{name}.pt")
expected = {"one": embeddings(one), "two": embeddings(two), "merged": embeddings(merged)}
for i, sentence in enumerate(SENTENCES):
    expected[f"ids.{i}"] = torch.tensor(tokenizer.encode(sentence).ids)
save_file(expected, "expected.safetensors")
