"""Makes the files in ../resources/checkpoints, which the tests of reading use.

Run by hand: pip install torch==2.13.0 numpy; python make_checkpoints.py

Beside each NAME.pt is a NAME.txt with what a reader must find, one line for each tensor:
type, shape, bytes in hexadecimal, name. The bytes are gathered element by element.
PyTorch does not save tensors of the types int1 to int7, uint1 to uint7 and bits8.
"""

import argparse
import collections
import itertools
import pathlib
import warnings

import numpy
import torch

warnings.filterwarnings("ignore")
FOLDER = pathlib.Path(__file__).resolve().parent.parent / "resources" / "checkpoints"

TYPES = {
    "float64": "F64",
    "float32": "F32",
    "float16": "F16",
    "bfloat16": "BF16",
    "float8_e4m3fn": "F8_E4M3",
    "float8_e5m2": "F8_E5M2",
    "float8_e8m0fnu": "F8_E8M0",
    "float8_e4m3fnuz": "F8_E4M3FNUZ",
    "float8_e5m2fnuz": "F8_E5M2FNUZ",
    "float4_e2m1fn_x2": "F4_E2M1FN_X2",
    "int64": "I64",
    "int32": "I32",
    "int16": "I16",
    "int8": "I8",
    "uint64": "U64",
    "uint32": "U32",
    "uint16": "U16",
    "uint8": "U8",
    "bool": "BOOL",
    "complex32": "C32",
    "complex64": "C64",
    "complex128": "C128",
}


def gathered(tensor):
    size = tensor.element_size()
    storage = bytes(tensor.untyped_storage())
    out = bytearray()
    for index in itertools.product(*(range(n) for n in tensor.shape)):
        at = tensor.storage_offset() + sum(i * s for i, s in zip(index, tensor.stride()))
        out += storage[at * size : (at + 1) * size]
    return out.hex()


def line(name, tensor):
    kind = TYPES[str(tensor.dtype).removeprefix("torch.")]
    shape = "x".join(map(str, tensor.shape))
    name = name.replace("\\", "\\\\").replace("\n", "\\n")
    return f"{kind}\t{shape}\t{gathered(tensor)}\t{name}\n"


def save(name, value, expected=None, **options):
    """Saves a value, and what is expected of it if it can be read."""
    torch.save(value, FOLDER / f"{name}.pt", **options)
    expect(name, expected)


def expect(name, expected):
    if expected is not None:
        text = "".join(line(key, tensor) for key, tensor in expected.items())
        (FOLDER / f"{name}.txt").write_bytes(text.encode())


def numbers(*shape, dtype=torch.float32):
    count = int(numpy.prod(shape, dtype=int))
    return (torch.arange(count, dtype=torch.float64) * 1.25 - 3).to(dtype).reshape(shape)


def raw(dtype, count=3):
    """Makes a tensor of any type from bytes, all of them different."""
    size = torch.empty(0, dtype=dtype).element_size()
    top = 2 if dtype == torch.bool else 251
    data = [(i * 37 + 1) % top for i in range(count * size)]
    return torch.tensor(data, dtype=torch.uint8).view(dtype)


def model(scale=1.0):
    return collections.OrderedDict(
        {
            "encoder.weight": numbers(2, 3) * scale,
            "encoder.bias": numbers(2) * scale,
            "head.weight": numbers(1, 2, dtype=torch.bfloat16) * scale,
        }
    )


def types():
    return {name: raw(getattr(torch, name)) for name in TYPES}


def views():
    base = numbers(4, 6)
    image = numbers(2, 3, 2, 2)
    storage = numbers(50)
    return {
        "zero_d": torch.tensor(1.5),
        "empty": torch.empty(0),
        "empty_3d": torch.empty(2, 0, 3),
        "empty_at_end": numbers(5)[5:],
        "base": base,
        "transposed": base.t(),
        "sliced": base[1:3],
        "columns": base[:, 2:5],
        "strided": base[::2, ::3],
        "column": base[:, 1],
        "element": base[2, 3],
        "expanded": numbers(3, 1).expand(3, 4),
        "expanded_zero_d": torch.tensor(7.0).expand(2, 3),
        "middle_expanded": numbers(2, 1, 3).expand(2, 4, 3),
        "channels_last": image.contiguous(memory_format=torch.channels_last),
        "permuted": image.permute(3, 1, 0, 2),
        "overlapping": storage.as_strided((4, 5), (2, 3), 7),
        "windows": storage.unfold(0, 8, 4),
        "one_sized": storage.as_strided((1, 3, 1), (99, 1, 99), 10),
    }


def tied():
    weight = numbers(3, 4)
    wide = raw(torch.uint32)
    return collections.OrderedDict(
        {
            "embedding.weight": weight,
            "first_rows": weight[:2],
            "head.weight": weight,
            "same_view": weight.view(3, 4),
            "transposed": weight.t(),
            "transposed_again": weight.t(),
            "flat": weight.view(-1),
            "wide": wide,
            "narrow": wide.view(torch.uint16)[1:],
        }
    )


class Subclass(torch.Tensor):
    pass


class Net(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = torch.nn.Linear(2, 3)
        self.norm = torch.nn.BatchNorm1d(3)


def net():
    made = Net()
    made.load_state_dict(
        {key: numbers(*value.shape, dtype=value.dtype) for key, value in made.state_dict().items()}
    )
    return made


def classes():
    with_state = torch.nn.Parameter(numbers(3))
    with_state.tag = "state"
    subclass = numbers(2, 2).as_subclass(Subclass)
    subclass.note = {"a": 1}
    return {
        "plain": numbers(2),
        "parameter": torch.nn.Parameter(numbers(2, 2)),
        "parameter_with_state": with_state,
        "frozen": torch.nn.Parameter(raw(torch.uint16), requires_grad=False),
        "buffer": torch.nn.Buffer(numbers(3)),
        "subclass": subclass,
        "parameter_of_subclass": torch.nn.Parameter(numbers(2).as_subclass(Subclass)),
        "needs_grad": numbers(2).requires_grad_(),
    }


def optimizer(parameters):
    made = torch.optim.Adam(parameters)
    for parameter in parameters:
        parameter.grad = torch.ones_like(parameter)
    made.step()
    return made


def odd_names():
    return {
        "": numbers(1),
        "with space": numbers(1) + 1,
        "größe.权重.\U0001f600": numbers(1) + 2,
        "a/b\\c": numbers(1) + 3,
        "two\nlines": numbers(1) + 4,
        "long." + "x" * 3000: numbers(1) + 5,
        "..": numbers(1) + 6,
        "weight.": numbers(1) + 7,
    }


def plain_files():
    save("types", types(), types())
    save("types_legacy", types(), types(), _use_new_zipfile_serialization=False)
    save("views", views(), views())
    save("views_legacy", views(), views(), _use_new_zipfile_serialization=False)
    save("tied", tied(), tied())
    save("tied_legacy", tied(), tied(), _use_new_zipfile_serialization=False)
    save("classes", classes(), classes())
    save("odd_names", odd_names(), odd_names())
    for protocol in range(2, 6):
        save(f"protocol_{protocol}", model(), model(), pickle_protocol=protocol)
        save(
            f"legacy_protocol_{protocol}",
            model(),
            model(),
            pickle_protocol=protocol,
            _use_new_zipfile_serialization=False,
        )
    save("with_metadata", net().state_dict(), net().state_dict())
    save("plain_dict", dict(model()), model())
    torch.serialization.set_crc32_options(False)
    save("no_crc", model(), model())
    torch.serialization.set_crc32_options(True)
    torch.save(model(), FOLDER / "a.b c.v1.pt")
    (FOLDER / "a.b c.v1.pt").rename(FOLDER / "prefix.pt")
    expect("prefix", model())
    save("no_tensors", {"epoch": 1, "note": "x"})


def nested_files():
    for key in ("state_dict", "model", "module"):
        save(f"in_{key}", {key: model(), "epoch": 3}, model())
    parameters = [torch.nn.Parameter(numbers(2, 2))]
    save(
        "lightning",
        {
            "epoch": 7,
            "global_step": 1000,
            "pytorch-lightning_version": "2.4.0",
            "state_dict": model(),
            "loops": {"fit_loop": {"state_dict": {}, "progress": {"total": {"ready": 1}}}},
            "callbacks": {"ModelCheckpoint{'monitor': 'loss'}": {"best": torch.tensor(0.5)}},
            "optimizer_states": [optimizer(parameters).state_dict()],
            "lr_schedulers": [{"last_epoch": 7}],
            "hparams_name": "args",
            "hyper_parameters": argparse.Namespace(lr=0.1, layers=[1, 2]),
        },
        model(),
    )
    save(
        "lightning_tensors",
        {
            "state_dict": model(),
            "hyper_parameters": {"lr": 0.1, "class_weights": torch.tensor([1.0, 2.0])},
            "datamodule_hyper_parameters": {"mean": torch.tensor([0.5])},
        },
        model(),
    )
    save(
        "deepspeed",
        {
            "module": model(),
            "buffer_names": ["encoder.bias"],
            "optimizer": {"state": {0: {"exp_avg": numbers(2)}}},
            "param_shapes": [collections.OrderedDict({"encoder.weight": torch.Size([2, 3])})],
            "lr_scheduler": None,
            "ds_config": {"train_batch_size": 8},
            "ds_version": "0.15.0",
            "global_steps": 100,
        },
        model(),
    )
    save("two_models", {"model": model(), "model_ema": model(2.0), "epoch": 1})
    expect("two_models.model", model())
    expect("two_models.model_ema", model(2.0))
    expect(
        "two_models.all",
        {f"model.{k}": v for k, v in model().items()}
        | {f"model_ema.{k}": v for k, v in model(2.0).items()},
    )
    save("tensor_beside_model", {"model": model(), "step": torch.tensor(5)}, model())
    save("tensor_beside_other", {"stuff": model(), "step": torch.tensor(5)})
    expect("tensor_beside_other.stuff", model())
    save("dotted_keys", {"a.b": {"c.d": model()}, "a": {"b": {"c": {"d": model(2.0)}}}})
    expect("dotted_keys.a.b.c.d", model())
    save("nested_parts", {"unet": model(), "vae": model(3.0), "step": 1})
    scalars = {"weight": numbers(2), "score": numpy.float64(0.5), "array": numpy.arange(3)}
    save("numpy_values", scalars, {"weight": numbers(2)})


def other_objects():
    save("module", net())
    save("module_in_dict", {"epoch": 3, "model": torch.nn.Linear(2, 3)})
    # Neither the place nor the text of the source code, which such a file contains.
    torch.serialization.get_source_lines_and_file = lambda of: ([], 0, "net.py")
    save("module_legacy", net(), _use_new_zipfile_serialization=False)
    save("optimizer", optimizer([torch.nn.Parameter(numbers(2, 2))]).state_dict())
    save("tensor", numbers(3))
    save("list", [numbers(2), numbers(3)])
    save("meta", {"weight": torch.empty(2, 3, device="meta")})
    save("sparse", {"dense": numbers(2), "coo": numbers(2, 2).to_sparse()})
    save("sparse_csr", {"csr": numbers(2, 2).to_sparse_csr()})
    quantized = torch.quantize_per_tensor(numbers(3), 0.1, 10, torch.qint8)
    save("quantized", {"dense": numbers(2), "packed": quantized})
    save("quantized_legacy", {"packed": quantized}, _use_new_zipfile_serialization=False)
    beside = {
        "state_dict": model(),
        "optimizer": {"sparse": numbers(2, 2).to_sparse(), "packed": quantized},
        "rng_state": torch.get_rng_state()[:8].clone(),
    }
    save("unsupported_beside", beside, model())
    save("unsupported_beside_legacy", beside, model(), _use_new_zipfile_serialization=False)
    save("conjugated", {"weight": raw(torch.complex64).conj()})
    save("negated", {"weight": raw(torch.complex64).conj().imag})


if __name__ == "__main__":
    torch.manual_seed(1)
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.iterdir():
        old.unlink()
    plain_files()
    nested_files()
    other_objects()
