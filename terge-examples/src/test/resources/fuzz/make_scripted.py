"""Makes scripted.pt, a TorchScript archive with a tied and a transposed parameter (torch 2.13)."""

import torch


def strip(name):
    """Rewrites an archive without the places in Python's files that its code comes from."""
    reader = torch._C.PyTorchFileReader(name)
    records = {
        record: reader.get_record(record)
        for record in reader.get_all_records()
        if not record.endswith(".debug_pkl") and not record.startswith(".data/")
    }
    version = reader.get_record("version") if reader.has_record("version") else reader.get_record(".data/version")
    writer = torch._C.PyTorchFileWriter(name)
    writer.set_min_version(int(version))
    for record, data in records.items():
        writer.write_record(record, data, len(data))
    writer.write_end_of_file()


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
strip("scripted.pt")
