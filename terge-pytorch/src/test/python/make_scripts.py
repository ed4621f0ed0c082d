"""Makes the files in ../resources/scripts, which the tests of TorchScript use.

Run by hand: pip install torch==2.13.0 numpy; python make_scripts.py

Beside each NAME.pt is a NAME.txt with the state dict that torch.jit.load gives, one line for each
tensor as in make_checkpoints.py, but without quantized tensors. NAME.attributes.txt has the tensors
that are not in it: plain attributes of the modules. Paths of the machine are left out.
"""

import pathlib
import shutil
import warnings
import zipfile
from typing import List

import torch
from torch import nn

import make_checkpoints

warnings.filterwarnings("ignore")
SOURCES = torch._sources.get_source_lines_and_file
FOLDER = pathlib.Path(__file__).resolve().parent.parent / "resources" / "scripts"


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.first = nn.Linear(3, 4)
        self.second = nn.Linear(4, 2, bias=False)

    def forward(self, x):
        return self.second(torch.relu(self.first(x)))


class Normed(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(2, 3)
        self.norm = nn.BatchNorm1d(3)

    def forward(self, x):
        return self.norm(self.linear(x))


class Tied(nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(5, 3)
        self.head = nn.Linear(3, 5, bias=False)
        self.head.weight = self.embedding.weight

    def forward(self, x):
        return self.head(self.embedding(x))


class Untied(nn.Module):
    """The parameters of Tied, without the tie."""

    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(5, 3)
        self.head = nn.Linear(3, 5, bias=False)

    def forward(self, x):
        return self.head(self.embedding(x))


class Nested(nn.Module):
    def __init__(self):
        super().__init__()
        self.blocks = nn.ModuleList(nn.Sequential(Net(), nn.Linear(2, 3)) for _ in range(2))
        self.last = nn.ModuleDict({"b": nn.Linear(3, 1), "a": nn.Linear(1, 1)})

    def forward(self, x):
        for block in self.blocks:
            x = block(x)
        for module in self.last.values():
            x = module(x)
        return x


class Attributes(nn.Module):
    """Has a tensor, and a list of tensors, that are neither parameters nor buffers."""

    shift: torch.Tensor
    several: List[torch.Tensor]

    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(2, 2)
        self.shift = torch.tensor([1.5, -2.5])
        self.several = [torch.tensor([3.5]), torch.tensor([4.5, 5.5])]

    def forward(self, x):
        return self.linear(x) + self.shift + self.several[0]


class Buffers(nn.Module):
    """Has a buffer that is not in the state dict, and ones of other types."""

    def __init__(self):
        super().__init__()
        self.weight = nn.Parameter(make_checkpoints.numbers(2, 2))
        self.register_buffer("hidden", torch.tensor([7.0, 8.0]), persistent=False)
        self.register_buffer("mask", torch.tensor([True, False]))
        self.register_buffer("count", torch.tensor(42))

    def forward(self, x):
        return x @ self.weight + self.hidden * self.mask + self.count


class Scaled(nn.Module):
    """Has a constant in its code when it is traced."""

    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(2, 2)

    def forward(self, x):
        return self.linear(x) * torch.tensor([2.0, 3.0])


class Nothing(nn.Module):
    def forward(self, x):
        return x


class Convolution(nn.Module):
    def __init__(self):
        super().__init__()
        self.convolution = nn.Conv2d(2, 3, 2)

    def forward(self, x):
        return self.convolution(x)


class Slices(nn.Module):
    """Two parameters that are parts of one storage."""

    def __init__(self):
        super().__init__()
        both = make_checkpoints.numbers(6)
        self.low = nn.Parameter(both[:2])
        self.high = nn.Parameter(both[2:])

    def forward(self, x):
        return x * self.low.sum() + self.high.sum()


class EmptySlice(nn.Module):
    """A parameter without elements, in a storage that has some."""

    def __init__(self):
        super().__init__()
        self.none = nn.Parameter(make_checkpoints.numbers(6)[:0])

    def forward(self, x):
        return x + self.none.sum()


class Quantized(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(2, 2)
        quantized = torch.quantize_per_tensor(make_checkpoints.numbers(2, 2), 0.5, 3, torch.qint8)
        self.register_buffer("quantized", quantized)

    def forward(self, x):
        return self.linear(x) + self.quantized.dequantize()


class Kinds(nn.Module):
    """Parameters of many types, and some that are scalars or empty."""

    def __init__(self):
        super().__init__()
        for name in make_checkpoints.TYPES:
            kind = getattr(torch, name)
            raw = torch.arange(4 * kind.itemsize, dtype=torch.uint8) % 2
            self.register_buffer("some_" + name, raw.view(kind))
        self.scalar = nn.Parameter(torch.tensor(1.25))
        self.empty = nn.Parameter(torch.zeros(0, 3))

    def forward(self, x):
        return x


def sources(*arguments):
    """Finds source text as PyTorch does, but leaves out the folder of the file."""
    lines, number, path = SOURCES(*arguments)
    return lines, number, pathlib.Path(path).name


def drop_debug_files(path):
    """Drops the call stacks of a traced module."""
    old = path.with_suffix(".old")
    shutil.move(path, old)
    with zipfile.ZipFile(old) as source, zipfile.ZipFile(path, "w") as target:
        for info in source.infolist():
            if not info.filename.endswith(".debug_pkl"):
                plain = zipfile.ZipInfo(info.filename)
                plain.compress_type = info.compress_type
                target.writestr(plain, source.read(info))
    old.unlink()


def save(name, module, example=None, frozen=False):
    module.eval()
    made = torch.jit.script(module) if example is None else torch.jit.trace(module, example)
    made = torch.jit.freeze(made) if frozen else made
    path = FOLDER / f"{name}.pt"
    torch.jit.save(made, path)
    if example is not None:
        drop_debug_files(path)
    loaded = torch.jit.load(path)
    write(f"{name}.txt", {k: v for k, v in loaded.state_dict().items() if not v.is_quantized})
    return loaded


def write(name, tensors):
    text = "".join(make_checkpoints.line(key, value) for key, value in tensors.items())
    (FOLDER / name).write_bytes(text.encode())


def main():
    FOLDER.mkdir(exist_ok=True)
    torch._sources.get_source_lines_and_file = sources
    torch.manual_seed(0)
    net = Net()
    save("scripted", net)
    save("traced", net, torch.ones(1, 3))
    save("frozen", net, frozen=True)
    save("bfloat16", Net().bfloat16())
    save("half", Net().half())
    save("normed", Normed())
    save("tied", Tied())
    save("untied", Untied())
    save("nested", Nested())
    loaded = save("attributes", Attributes())
    write("attributes.attributes.txt", {"shift": loaded.shift})
    save("buffers", Buffers())
    save("constants", Scaled(), torch.ones(1, 2))
    save("nothing", Nothing())
    save("kinds", Kinds())
    save("channels_last", Convolution().to(memory_format=torch.channels_last))
    save("slices", Slices())
    save("empty_slice", EmptySlice())
    save("quantized", Quantized())


if __name__ == "__main__":
    main()
