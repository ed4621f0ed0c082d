"""Makes the pickles in ../resources/pickle, which PythonPicklesTest reads.

Run by hand: pip install numpy; python make_pickles.py
"""

import argparse
import collections
import datetime
import enum
import functools
import pathlib
import pickle
import sys
import types

import numpy

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "resources" / "pickle"


def write(name, value, protocol):
    (FOLDER / f"{name}-{protocol}.pkl").write_bytes(pickle.dumps(value, protocol))


def plain():
    return {
        "none": None,
        "bools": [True, False],
        "ints": [0, 1, -1, 255, 256, 65535, 65536, -(2**31), 2**31, 2**63 - 1, -(2**63)],
        "big": [2**63, -(2**63) - 1, 10**300],
        "floats": [0.0, -0.0, 1.5, -2.25e-300, float("inf"), float("-inf"), float("nan")],
        "texts": ["", "ascii", "äöü €", "\U0001f600", "back\\slash \\u0041", "line\nfeed", "x" * 300],
        "tuples": [(), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4)],
        "nested": {"a": [{"b": ({"c": []},)}]},
        7: "int key",
        (1, 2): "tuple key",
        None: "none key",
        1.5: "float key",
        "long": list(range(2500)),
    }


def binary():
    return {
        "bytes": [b"", b"\x00\x01\xff", b"y" * 300],
        "bytearray": bytearray(b"\x02\x03"),
        "set": {1, 2, 3},
        "frozenset": frozenset(["one"]),
    }


def shared():
    one = ["shared"]
    itself = [one, one]
    itself.append(itself)
    table = {"list": itself}
    table["table"] = table
    tied = ([],)
    tied[0].append(tied)
    return [itself, table, tied]


def module(name, **members):
    """A module that is not installed here, but was where the checkpoint was written."""
    sys.modules.setdefault(name.split(".")[0], types.ModuleType(name.split(".")[0]))
    found = types.ModuleType(name)
    sys.modules[name] = found
    for key, member in members.items():
        member.__module__ = name
        setattr(found, key, member)


class TrainingArguments:
    def __init__(self):
        self.learning_rate = 5e-5
        self.output_dir = pathlib.PurePosixPath("out")


class IntervalStrategy(enum.Enum):
    STEPS = "steps"


class DictConfig(dict):
    def __getstate__(self):
        return {"_metadata": None, "_content": dict(self)}


class Tokenizer:
    """Made by copyreg._reconstructor in protocols 0 and 1."""

    def __init__(self):
        self.vocabulary = {"a": 0}


class Slotted:
    __slots__ = ("a",)


class Keywords:
    def __new__(cls, *, size):
        return super().__new__(cls)

    def __getnewargs_ex__(self):
        return (), {"size": 3}


class Buffer:
    """Before protocol 4, what is inside is pickled as a call of getattr."""

    class Entry:
        class Kind:
            pass

    def mean(self):
        return 0


module("project.buffers", Buffer=Buffer)
for inner in (Buffer.Entry, Buffer.Entry.Kind, Buffer.mean):
    inner.__module__ = Buffer.__module__
module("transformers.training_args", TrainingArguments=TrainingArguments)
module("transformers.trainer_utils", IntervalStrategy=IntervalStrategy)
module("omegaconf.dictconfig", DictConfig=DictConfig)
module("project.code", Slotted=Slotted, Keywords=Keywords, Tokenizer=Tokenizer)


def clutter(protocol):
    slotted = Slotted()
    slotted.a = 1
    default = collections.defaultdict(list)
    default["k"].append(1)
    values = {
        "namespace": argparse.Namespace(lr=0.1, layers=[1, 2]),
        "scalar": numpy.float32(2.5),
        "array": numpy.arange(3, dtype=numpy.int16),
        "ordered": collections.OrderedDict([("b", 1), ("a", 2)]),
        "default": default,
        "counter": collections.Counter("aab"),
        "datetime": datetime.datetime(2026, 11, 25, 12, 30),
        "path": pathlib.PurePosixPath("/data/model"),
        "enum": IntervalStrategy.STEPS,
        "arguments": TrainingArguments(),
        "config": DictConfig(name="bert"),
        "tokenizer": Tokenizer(),
        "partial": functools.partial(max, 1),
        "class": collections.OrderedDict,
        "complex": 1 + 2j,
        "slice": slice(1, 2),
        "range": range(3),
    }
    if protocol >= 2:
        values["slotted"] = slotted
    if protocol >= 4:
        values["keywords"] = Keywords(size=3)
    return values


for number in range(pickle.HIGHEST_PROTOCOL + 1):
    write("plain", plain(), number)
    write("binary", binary(), number)
    write("shared", shared(), number)
    write("clutter", clutter(number), number)

inside = {"class": Buffer.Entry.Kind, "method": Buffer.mean, "object": Buffer.Entry()}
for number in (2, 4):
    write("nested", inside, number)

# NumPy before 2.0 had another name for the same module.
old = pickle.dumps(numpy.float64(0.5), 2).replace(b"numpy._core", b"numpy.core")
(FOLDER / "numpy-1-2.pkl").write_bytes(old)

# Several pickles one after the other, as PyTorch's files before 1.6.
parts = [0x1950A86A20F9469CFC6C, 1001, {"little_endian": True}, {"weight": [1, 2]}, ["0"]]
(FOLDER / "several-2.pkl").write_bytes(b"".join(pickle.dumps(part, 2) for part in parts) + b"tail")


class Persistent(pickle.Pickler):
    def persistent_id(self, value):
        return ("storage", value.real) if isinstance(value, complex) else None


with open(FOLDER / "persistent-2.pkl", "wb") as file:
    Persistent(file, 2).dump([1j + 7])
