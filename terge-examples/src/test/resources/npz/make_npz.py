"""Makes the files beside it with NumPy: python make_npz.py (made with NumPy 2.4)."""

import os

import numpy as np

here = os.path.dirname(os.path.abspath(__file__))


def path(name):
    return os.path.join(here, name + ".npz")


arrays = {}
for kind in ["f8", "f4", "f2"]:
    arrays["floating." + kind] = np.array([[0, -0.0, 1], [-1.5, 0.25, 448]], dtype="<" + kind)
for kind in ["i8", "i4", "i2", "i1", "u8", "u4", "u2", "u1"]:
    arrays["integer." + kind] = np.array([0, 1, 100], dtype="<" + kind)
arrays["boolean"] = np.array([True, False, True])
arrays["scalar"] = np.array(7.5, dtype="<f4")
arrays["empty"] = np.zeros((0, 4), dtype="<f2")
arrays["name with spaces and äöü €"] = np.array([3], dtype="<f8")
np.savez(path("numpy"), **arrays)

weight = np.arange(6, dtype="<f4").reshape(2, 3)
np.savez_compressed(path("compressed"), weight=weight)
np.savez(path("fortran"), weight=np.asfortranarray(weight))
np.savez(path("big-endian"), weight=weight.astype(">f4"))
np.savez(path("structured"), weight=np.zeros(2, dtype=[("a", "<f4"), ("b", "<i4")]))
