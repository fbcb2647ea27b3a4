"""A file with every type of number that our reader knows, as the Python library writes it."""

import torch
from safetensors.torch import save_file

from fixture import HERE

NUMBERS = [0.0, 1.0, -2.5, 6e-8, 65504.0, float("inf")]


def types_of_numbers():
    tensors = {
        str(dtype).removeprefix("torch."): torch.tensor(NUMBERS, dtype=torch.float64).reshape(2, 3).to(dtype)
        for dtype in [torch.float64, torch.float32, torch.float16, torch.bfloat16]
    }
    tensors |= {
        str(dtype).removeprefix("torch."): torch.tensor([-3, 0, 7]).to(dtype)
        for dtype in [torch.int64, torch.int32, torch.int16, torch.int8, torch.uint8, torch.bool]
    }
    tensors["scalar"] = torch.tensor(2**53 + 1)
    tensors["empty"] = torch.zeros(0, 3)
    save_file(tensors, HERE / "types.safetensors", {"format": "pt", "a \"name\"": "two\nlines, é 🙂"})
