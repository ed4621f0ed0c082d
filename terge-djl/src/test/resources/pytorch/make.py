"""Makes the files beside it with PyTorch.

Run by hand: pip install torch safetensors; python make.py
"""

import torch
from safetensors.torch import save_file
from torch import nn


def strip(name):
    """Rewrites an archive without the places in Python's files that its code comes from."""
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


torch.manual_seed(1)

# For PyTorchNamesTest: the state dicts of layers, and what each makes of an input. A name is the layer's, then that of
# its parameter; "input" and "output" are added.
LAYERS = {
    "linear": (nn.Linear(3, 2), torch.randn(4, 3)),
    "conv1d": (nn.Conv1d(2, 3, 2), torch.randn(1, 2, 5)),
    "conv2d": (nn.Conv2d(4, 2, (3, 2), groups=2), torch.randn(1, 4, 5, 5)),
    "conv3d": (nn.Conv3d(1, 2, 2, bias=False), torch.randn(1, 1, 3, 3, 3)),
    "embedding": (nn.Embedding(5, 3), torch.tensor([[4, 0, 2]])),
    "batchnorm": (nn.BatchNorm2d(2), torch.randn(2, 2, 3, 3)),
    "layernorm": (nn.LayerNorm([2, 3]), torch.randn(4, 2, 3)),
    "rnn": (nn.RNN(3, 2, num_layers=2, batch_first=True), torch.randn(2, 4, 3)),
    "gru": (nn.GRU(3, 2, num_layers=2, batch_first=True), torch.randn(2, 4, 3)),
    "lstm": (nn.LSTM(3, 2, num_layers=2, batch_first=True), torch.randn(2, 4, 3)),
    "unbiased": (nn.LSTM(3, 2, bias=False, batch_first=True), torch.randn(2, 4, 3)),
    "both": (nn.LSTM(3, 2, bidirectional=True, batch_first=True), torch.randn(2, 4, 3)),
}
tensors = {}
for name, (layer, data) in LAYERS.items():
    with torch.no_grad():
        for key, tensor in layer.state_dict().items():
            if tensor.is_floating_point():
                tensor.normal_()
                if key == "running_var":
                    tensor.abs_()
            tensors[f"{name}.{key}"] = tensor
        output = layer.eval()(data)
        tensors[f"{name}.input"] = data
        tensors[f"{name}.output"] = output[0] if isinstance(output, tuple) else output
save_file({key: tensor.contiguous().clone() for key, tensor in tensors.items()}, "layers.safetensors")


# For TorchScriptTest.
class Words(nn.Module):
    """An encoder whose embedding is also its output layer, with a buffer and a transposed parameter."""

    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(6, 4)
        self.norm = nn.BatchNorm1d(4)
        self.turned = nn.Parameter(torch.randn(3, 4).t())
        self.head = nn.Linear(4, 6, bias=False)
        self.head.weight = self.embedding.weight

    def forward(self, words):
        x = self.norm(self.embedding(words))
        return self.head(x + x @ self.turned @ self.turned.t())


WORDS = torch.tensor([0, 3, 5])
outputs = {}
models = []
for name in ("one", "two"):
    model = Words().eval()
    model.norm.running_mean.fill_(0.5)
    models.append(model)
    torch.jit.trace(model, WORDS).save(f"{name}.pt")
    strip(f"{name}.pt")
    outputs[name] = model(WORDS).detach()
mean = Words().eval()
mean.norm.running_mean.fill_(0.5)
with torch.no_grad():
    for key, parameter in mean.named_parameters():
        one, two = (dict(model.named_parameters())[key].double() for model in models)
        parameter.copy_(0.5 * one + 0.5 * two)
outputs["mean"] = mean(WORDS).detach()
save_file(outputs, "outputs.safetensors")
torch.jit.trace(nn.Linear(2, 2).bfloat16().eval(), torch.ones(1, 2).bfloat16()).save("bfloat16.pt")
strip("bfloat16.pt")
