"""Files by the Python library with every number type that our reader knows, and numbers rounded by PyTorch."""

import torch
from safetensors.torch import save_file

from fixture import HERE

NUMBERS = [0.0, 1.0, -2.5, 6e-8, 65504.0, float("inf")]
POINTS = [torch.float64, torch.float32, torch.float16, torch.bfloat16]
WHOLE = [torch.int64, torch.int32, torch.int16, torch.int8, torch.uint8, torch.bool]
# Types of which our reader knows only the size.
OTHERS = [
    torch.uint64, torch.uint32, torch.uint16, torch.complex64, torch.float8_e5m2, torch.float8_e4m3fn,
    torch.float8_e8m0fnu, torch.float8_e5m2fnuz, torch.float8_e4m3fnuz]


def name(dtype):
    return str(dtype).removeprefix("torch.")


def types_of_numbers():
    tensors = {
        name(dtype): torch.tensor(NUMBERS, dtype=torch.float64).reshape(2, 3).to(dtype) for dtype in POINTS}
    tensors |= {name(dtype): torch.tensor([-3, 0, 7]).to(dtype) for dtype in WHOLE}
    tensors |= {name(dtype): torch.tensor([1, 2, 4]).to(dtype) for dtype in OTHERS}
    tensors["scalar"] = torch.tensor(2**53 + 1)
    tensors["empty"] = torch.zeros(0, 3)
    save_file(tensors, HERE / "types.safetensors", {"format": "pt", "a \"name\"": "two\nlines, é 🙂"})
    rounded()


def rounded():
    """Numbers in every precision: many, those half-way between two, and the ends."""
    torch.manual_seed(4)
    bits = torch.randint(-2**31, 2**31, (200,)).to(torch.int32)
    half_way = (bits[:40] & -65536) | 0x8000
    ends = torch.tensor([0, 1, 0x7FFF, 0x8000, 0x8001, 0x7F7FFFFF, 0x7F800000, 0x7F800001, 0x7FC00000])
    ends = torch.cat([ends, ends - 2**31]).to(torch.int32)
    numbers = torch.cat([bits, half_way, half_way ^ 0x10000, ends]).view(torch.float32)
    save_file({"exact": numbers, "rounded": numbers.bfloat16()}, HERE / "rounded.safetensors", {"format": "pt"})
    near = torch.cat([torch.randn(200), 1e5 * torch.randn(20), 1e-6 * torch.randn(20)]).double()
    tensors = {name(dtype): near.to(dtype) for dtype in POINTS}
    tensors |= {"half as float": near.half().float(), "bfloat as float": near.bfloat16().float()}
    save_file(tensors, HERE / "precisions.safetensors", {"format": "pt"})
