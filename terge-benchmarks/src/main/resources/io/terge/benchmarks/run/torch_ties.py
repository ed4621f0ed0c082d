"""TIES-merging (arXiv 2306.01708) of Hugging Face model directories, as one writes it with PyTorch.

Of each tensor: task vectors in float32, of which the half with the largest magnitudes is kept
(`topk`), the sign of the sum elected, and the mean of those that agree added to the base.
"""

import pathlib

import torch

import checkpoints

DENSITY = 0.5

parser = checkpoints.arguments()
parser.add_argument("--base", type=pathlib.Path, required=True)
given = parser.parse_args()
torch.set_num_threads(given.threads)


def trimmed(vector):
    kept = max(1, int(DENSITY * vector.numel()))
    flat = vector.flatten()
    places = torch.topk(flat.abs(), kept, sorted=False).indices
    result = torch.zeros_like(flat)
    result[places] = flat[places]
    return result.reshape(vector.shape)


def ties(readers):
    base = readers[0]()
    start = base.to(torch.float32)
    vectors = torch.stack([trimmed(reader().to(torch.float32) - start) for reader in readers[1:]])
    sign = torch.sign(vectors.sum(0))
    agree = (torch.sign(vectors) == sign) & (vectors != 0)
    count = agree.sum(0).clamp(min=1)
    return (start + (vectors * agree).sum(0) / count).to(base.dtype)


checkpoints.merge([given.base, *given.models], given.out, ties)
