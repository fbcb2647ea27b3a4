"""What PyTorch makes of what is here, for the tests to compare with.

Needs Python 3.10 or later with `torch` (made with 2.15, on the CPU), `numpy` and `safetensors` (0.8). Run it as

    python3 Tests/Fixtures/make.py

and it writes, beside itself, `operations`, `norm`, `adam`, `schedules` and `net`: a `.json` that says what is
where, and a `.bin` with the numbers, 32-bit floats with the lowest byte first. Also `types.safetensors`, a file with every type of
number that we know. Fixed seeds make every run alike.
"""

import sys

import torch

sys.dont_write_bytecode = True

from adam import adam
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
types_of_numbers()
