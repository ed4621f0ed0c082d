"""What hand-written merges of Hugging Face model directories share: reading and writing shards."""

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


def arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser()
    parser.add_argument("models", nargs="+", type=pathlib.Path)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--threads", type=int, required=True)
    return parser


def merge(models: list[pathlib.Path], out: pathlib.Path, merged_tensor) -> None:
    """One shard of the first model after the other; prints how long it took."""
    start = time.perf_counter()
    maps = [weight_map(model) for model in models]
    out.mkdir(parents=True)
    for shard in sorted(set(maps[0].values())):
        merged = {}
        opened = {}

        def tensor(model: int, name: str) -> torch.Tensor:
            path = models[model] / maps[model][name]
            if path not in opened:
                opened[path] = safe_open(path, framework="pt")
            return opened[path].get_tensor(name)

        for name in (name for name, file in maps[0].items() if file == shard):
            merged[name] = merged_tensor([lambda i=i: tensor(i, name) for i in range(len(models))])
        save_file(merged, out / shard, metadata={"format": "pt"})
    for name in ("config.json", INDEX):
        if (models[0] / name).exists():
            shutil.copy(models[0] / name, out / name)
    print("seconds", time.perf_counter() - start)
