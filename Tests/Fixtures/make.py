"""Computes with PyTorch the values that the tests compare ours with.

Needs Python 3.10 or later with `torch` (made with 2.15, on the CPU), `numpy` and `safetensors` (0.8). Run it as

    python3 Tests/Fixtures/make.py

and it writes, beside itself, `operations`, `norm`, `adam`, `schedules`, `net` and `later`: a `.json` with names,
shapes and offsets, and a `.bin` with the numbers, little-endian 32-bit floats. Also `types.safetensors`,
with every number type that our reader knows. Seeds are fixed, so that every run writes the same.
"""

import sys

import torch

sys.dont_write_bytecode = True

from adam import adam
from later import later
from net import net
from norm import norm
from operations import operations
from schedules import schedules
from types_of_numbers import types_of_numbers

torch.use_deterministic_algorithms(True)
operations()
norm()
adam()
schedules()
net()
later()
types_of_numbers()
