"""The weighted mean of Hugging Face model directories, as one writes it with PyTorch.

Of each tensor a sum in float32, cast to the type of the first model.
"""

import torch

import checkpoints

parser = checkpoints.arguments()
parser.add_argument("--weights", required=True)
given = parser.parse_args()
torch.set_num_threads(given.threads)
weights = [float(weight) for weight in given.weights.split(",")]
shares = [weight / sum(weights) for weight in weights]


def mean(readers):
    first = readers[0]()
    total = first.to(torch.float32) * shares[0]
    for reader, share in zip(readers[1:], shares[1:]):
        total += reader().to(torch.float32) * share
    return total.to(first.dtype)


checkpoints.merge(given.models, given.out, mean)
