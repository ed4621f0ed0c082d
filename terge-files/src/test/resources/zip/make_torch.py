"""Makes torch.pt with PyTorch: python make_torch.py (written with torch 2.13)."""

import torch

torch.save({"weight": torch.tensor([1.5, -2.0, 0.25])}, "torch.pt")
