"""Makes the files in ../resources/exported, which the tests of torch.export archives use.

Run by hand: pip install torch==2.13.0 numpy; python make_exported.py

Beside each NAME.pt2 is a NAME.txt with what a reader must find, as make_checkpoints.py writes it.
"""

import collections
import io
import os
import pathlib
import re
import warnings

import make_checkpoints

import torch
from torch import nn

warnings.filterwarnings("ignore")
FOLDER = pathlib.Path(__file__).resolve().parent.parent / "resources" / "exported"
numbers = make_checkpoints.numbers


class Network(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(4, 3)
        self.norm = nn.BatchNorm1d(3)

    def forward(self, x):
        return self.norm(self.linear(x))


class Tied(nn.Module):
    def __init__(self):
        super().__init__()
        self.first = nn.Linear(3, 3)
        self.second = nn.Linear(3, 3)
        self.second.weight = self.first.weight

    def forward(self, x):
        return self.second(self.first(x))


class Constant(nn.Module):
    def __init__(self):
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(3))
        self.shift = torch.tensor([5.0, 6.0, 7.0])
        self.register_buffer("mask", torch.tensor([1.0, 0.0, 1.0]), persistent=False)

    def forward(self, x):
        return (x * self.weight + self.shift) * self.mask


Pair = collections.namedtuple("Pair", "first second")
torch.utils._pytree._register_namedtuple(Pair, serialized_type_name="Pair")


class Inputs(nn.Module):
    """Its input is a named tuple."""

    def __init__(self):
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(3))

    def forward(self, pair):
        return (pair.first + pair.second) * self.weight


class Hostile:
    def __reduce__(self):
        return os.system, ("true",)


class Views(nn.Module):
    """A transposed parameter, one in the middle of a storage, and one without elements."""

    def __init__(self):
        super().__init__()
        self.transposed = nn.Parameter(numbers(2, 3).t())
        self.middle = nn.Parameter(numbers(6)[2:5])
        self.empty = nn.Parameter(torch.empty(0, 3))
        self.scalar = nn.Parameter(torch.tensor(2.5))

    def forward(self, x):
        return x @ self.transposed * self.scalar + self.middle[:2] + self.empty.sum()


class Types(nn.Module):
    def __init__(self):
        super().__init__()
        for name in make_checkpoints.TYPES:
            if name == "float4_e2m1fn_x2":
                continue
            kind = getattr(torch, name)
            value = torch.arange(16, dtype=torch.uint8)
            value = torch.tensor([True, False]) if name == "bool" else value.view(kind)
            self.register_buffer(f"as_{name}", value)

    def forward(self, x):
        return x + self.as_float32


def filled(module):
    with torch.no_grad():
        for at, (_, tensor) in enumerate(module.named_parameters()):
            if tensor.numel() > 1 and tensor.is_contiguous():
                tensor.copy_(numbers(*tensor.shape, dtype=tensor.dtype) + at)
    return module.eval()


def strip(path, inputs=None):
    """Rewrites an archive without the places in Python's files that its graph comes from.

    Example inputs replace those of the archive.
    """
    reader = torch._C.PyTorchFileReader(str(path))
    trace = re.compile(rb'"stack_trace": "(?:[^"\\]|\\.)*"')
    records = {
        record: trace.sub(b'"stack_trace": ""', reader.get_record(record))
        for record in reader.get_all_records()
        if not record.startswith(".data/")
    }
    if inputs is not None:
        buffer = io.BytesIO()
        torch.save(inputs, buffer)
        records["data/sample_inputs/model.pt"] = buffer.getvalue()
    writer = torch._C.PyTorchFileWriter(str(path))
    for record, data in records.items():
        writer.write_record(record, data, len(data))
    writer.write_end_of_file()


def save(name, module, *arguments):
    program = torch.export.export(filled(module), arguments)
    path = FOLDER / f"{name}.pt2"
    torch.export.save(program, path)
    strip(path)
    tensors = torch.export.load(path).state_dict  # In the order of the file.
    text = "".join(
        make_checkpoints.line(key, tensor.detach()) for key, tensor in tensors.items()
    )
    (FOLDER / f"{name}.txt").write_bytes(text.encode())


def hostile():
    """A program that runs a command, a harmless one, when it is loaded."""
    program = torch.export.export(filled(Constant()), (torch.ones(2, 3),))
    path = FOLDER / "hostile.pt2"
    torch.export.save(program, path)
    strip(path, Hostile())


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    save("network", Network(), torch.ones(2, 4))
    save("network_bf16", Network().bfloat16(), torch.ones(2, 4, dtype=torch.bfloat16))
    save("tied", Tied(), torch.ones(2, 3))
    save("constant", Constant(), torch.ones(2, 3))
    save("views", Views(), torch.ones(2, 3))
    save("types", Types(), torch.ones(4))
    save("inputs", Inputs(), Pair(torch.ones(3), torch.ones(3)))
    hostile()


if __name__ == "__main__":
    main()
