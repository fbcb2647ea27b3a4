"""Cases with named tensors: a `.json` with names, shapes and offsets, a `.bin` with the numbers."""

import json
from pathlib import Path

import numpy as np
import torch

HERE = Path(__file__).parent


class Fixture:
    """Cases with named tensors, all of whose numbers lie in one file."""

    def __init__(self, name):
        self.name, self.cases, self.numbers = name, [], []

    def add(self, operation, tensors, labels=None, **settings):
        places = {}
        for name, tensor in tensors.items():
            array = np.asarray(tensor.detach() if torch.is_tensor(tensor) else tensor, dtype="<f4")
            places[name] = {"shape": list(array.shape), "start": sum(map(len, self.numbers))}
            self.numbers.append(array.ravel())
        self.cases.append(
            {"operation": operation, "settings": settings, "labels": labels or [], "tensors": places})

    def write(self, folder=HERE):
        text = ",\n".join(json.dumps(case) for case in self.cases)
        (folder / f"{self.name}.json").write_text(f"[\n{text}\n]\n")
        (folder / f"{self.name}.bin").write_bytes(np.concatenate(self.numbers).tobytes())
