"""The weighted mean of Hugging Face model directories, as one writes it with PyTorch.

One shard after the other; of each tensor a sum in float32, cast to the type of the first model.
"""

import argparse
import json
import pathlib
import shutil
import time

import torch
from safetensors import safe_open
from safetensors.torch import save_file

INDEX = "model.safetensors.index.json"


def weight_map(model: pathlib.Path) -> dict[str, str]:
    index = model / INDEX
    if index.exists():
        return json.loads(index.read_text())["weight_map"]
    with safe_open(model / "model.safetensors", framework="pt") as file:
        return {name: "model.safetensors" for name in file.keys()}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("models", nargs="+", type=pathlib.Path)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--weights", required=True)
    parser.add_argument("--threads", type=int, required=True)
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)

    weights = [float(weight) for weight in arguments.weights.split(",")]
    shares = [weight / sum(weights) for weight in weights]
    maps = [weight_map(model) for model in arguments.models]
    arguments.out.mkdir(parents=True)

    for shard in sorted(set(maps[0].values())):
        merged = {}
        opened = {}
        for name in (name for name, file in maps[0].items() if file == shard):
            total = None
            dtype = None
            for model, files, share in zip(arguments.models, maps, shares):
                path = model / files[name]
                if path not in opened:
                    opened[path] = safe_open(path, framework="pt")
                tensor = opened[path].get_tensor(name)
                if total is None:
                    dtype = tensor.dtype
                    total = tensor.to(torch.float32) * share
                else:
                    total += tensor.to(torch.float32) * share
            merged[name] = total.to(dtype)
        save_file(merged, arguments.out / shard, metadata={"format": "pt"})

    for name in ("config.json", INDEX):
        if (arguments.models[0] / name).exists():
            shutil.copy(arguments.models[0] / name, arguments.out / name)


start = time.perf_counter()
main()
print("seconds", time.perf_counter() - start)
