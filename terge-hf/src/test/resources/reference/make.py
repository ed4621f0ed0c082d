"""Makes the files beside it with the format's reference library, for ReferenceFilesTest.

Run by hand: pip install torch safetensors; python make.py
"""

import torch
from safetensors.torch import save_file

# Values that every floating type of 8 bits or more can hold exactly.
VALUES = [0.0, -0.0, 1.0, -1.5, 0.25, 448.0]
FLOATING = {
    "F64": torch.float64,
    "F32": torch.float32,
    "F16": torch.float16,
    "BF16": torch.bfloat16,
    "F8_E4M3": torch.float8_e4m3fn,
    "F8_E5M2": torch.float8_e5m2,
}
INTEGER = {
    "I64": torch.int64,
    "I32": torch.int32,
    "I16": torch.int16,
    "I8": torch.int8,
    "U64": torch.uint64,
    "U32": torch.uint32,
    "U16": torch.uint16,
    "U8": torch.uint8,
}

everything = {}
for name, dtype in FLOATING.items():
    # 448 is 7/4 * 2^8, for which 2 bits of fraction are enough.
    everything["floating." + name] = torch.tensor(VALUES, dtype=torch.float64).reshape(2, 3).to(dtype)
for name, dtype in INTEGER.items():
    everything["integer." + name] = torch.tensor([0, 1, 100], dtype=torch.int64).to(dtype)
everything["boolean"] = torch.tensor([True, False, True])
everything["complex"] = torch.tensor([1 + 2j], dtype=torch.complex64)
everything["scale"] = torch.tensor([1.0, 2.0], dtype=torch.float32).to(torch.float8_e8m0fnu)
everything["scalar"] = torch.tensor(7.5, dtype=torch.float32)
everything["empty"] = torch.zeros((0, 4), dtype=torch.float16)
everything["name with spaces, \"quotes\" and äöü €"] = torch.tensor([3.0])
save_file(everything, "every-type.safetensors", metadata={"format": "pt", "note": "äöü €\n\"quoted\""})

save_file({"only": torch.tensor([1.0, 2.0])}, "no-metadata.safetensors")
save_file({}, "no-parameters.safetensors")
