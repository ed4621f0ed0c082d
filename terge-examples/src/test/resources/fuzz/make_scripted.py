"""Makes scripted.pt, a TorchScript archive with a tied and a transposed parameter (torch 2.13)."""

import torch


class Model(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.embed = torch.nn.Embedding(4, 3)
        self.head = torch.nn.Linear(3, 4)
        self.head.weight = self.embed.weight
        self.norm = torch.nn.BatchNorm1d(4)
        self.flipped = torch.nn.Parameter(torch.arange(6.0).reshape(2, 3).t())

    def forward(self, x):
        return self.norm(self.head(self.embed(x)) @ self.flipped.sum())


torch.manual_seed(0)
torch.jit.save(torch.jit.script(Model().eval()), "scripted.pt")
