"""The first training losses of chapter 4's ResNet-18, here and in PyTorch, beside those in float64.

    python3 -m venv .venv && .venv/bin/pip install torch numpy safetensors
    swift build -c release --product bench
    .venv/bin/python Tests/Peers/losses.py

The net is document 001's, with its names, so that both sides begin with the same weights; the batches
are Fashion-MNIST from `.data` or the folder DATASETS_ROOT names, resized to 96 × 96, or random images
if it is not there. Float64 is taken for the truth. Training makes small differences large, so one run
in float32 is one draw of many: PyTorch is run three ways that differ in nothing but the order of its
sums. The verdict uses the larger of the two with plain layout; channels-last rounds more from the first
step on, so that to be measured by it would be too easy. With --folder, what was made and measured is kept
there and not made again.
"""
import argparse
import gzip
import os
import pathlib
import subprocess
import tempfile

import numpy
import torch
import torch.nn as nn
import torch.nn.functional as F
from safetensors.torch import load_file, save_file

ROOT = pathlib.Path(__file__).parents[2]
PLAIN = ["PyTorch f32", "1 thread"]
PYTORCH = PLAIN + ["channels-last"]
OURS = ["ours direct", "ours Winograd"]


class Residual(nn.Module):
    def __init__(self, in_channels, out_channels, use_1x1conv=False, stride=1):
        super().__init__()
        self.conv1 = nn.Conv2d(in_channels, out_channels, kernel_size=3, padding=1, stride=stride)
        self.conv2 = nn.Conv2d(out_channels, out_channels, kernel_size=3, padding=1)
        self.conv3 = nn.Conv2d(in_channels, out_channels, kernel_size=1, stride=stride) if use_1x1conv else None
        self.b1 = nn.BatchNorm2d(out_channels)
        self.b2 = nn.BatchNorm2d(out_channels)

    def forward(self, x):
        y = self.b2(self.conv2(F.relu(self.b1(self.conv1(x)))))
        return F.relu(y + (x if self.conv3 is None else self.conv3(x)))


def resnet18():
    net = nn.Sequential(
        nn.Conv2d(1, 64, kernel_size=7, stride=2, padding=3), nn.BatchNorm2d(64), nn.ReLU(),
        nn.MaxPool2d(kernel_size=3, stride=2, padding=1))
    for i, channels in enumerate([64, 128, 256, 512]):
        first = Residual(64, 64) if i == 0 else Residual(channels // 2, channels, use_1x1conv=True, stride=2)
        net.add_module(f"resnet_block{i + 1}", nn.Sequential(first, Residual(channels, channels)))
    net.add_module("global_avg_pool", nn.AdaptiveAvgPool2d(1))
    net.add_module("fc", nn.Sequential(nn.Flatten(), nn.Linear(512, 10)))
    return net


def fashion_mnist(count):
    """The first images, `[count, 1, 28, 28]`, and their labels; nothing if they are not there."""
    def read(folder, name, header):
        for path, opener in [(folder / name, open), (folder / f"{name}.gz", gzip.open)]:
            if path.exists():
                with opener(path, "rb") as file:
                    return torch.from_numpy(numpy.frombuffer(file.read(), numpy.uint8)[header:].copy())

    for root in [os.environ.get("DATASETS_ROOT"), ".data"]:
        for folder in [pathlib.Path(root or ".", "FashionMNIST"), pathlib.Path(root or ".", "FashionMNIST/raw")]:
            images = read(folder, "train-images-idx3-ubyte", 16)
            labels = read(folder, "train-labels-idx1-ubyte", 8)
            if images is not None and labels is not None:
                return images.reshape(-1, 1, 28, 28)[:count], labels[:count].long()
    return None


def make_inputs(folder, steps, seed):
    """Random weights, and `images` `[steps, 128, 1, 96, 96]` with their `labels` `[steps, 128]`."""
    torch.manual_seed(seed)
    save_file(resnet18().state_dict(), folder / "net.safetensors", metadata={"format": "pt"})
    found = fashion_mnist(steps * 128)
    if found is None:
        print("Fashion-MNIST is not there: the images are random.")
        images, labels = torch.rand(steps * 128, 1, 96, 96), torch.randint(0, 10, (steps * 128,))
    else:
        images, labels = found
        images = F.interpolate(images.float() / 255, size=(96, 96), mode="bilinear")
    save_file(
        {"images": images.reshape(steps, 128, 1, 96, 96).contiguous(), "labels": labels.reshape(steps, 128)},
        folder / "batches.safetensors")


def pytorch_losses(folder, dtype=torch.float32, memory_format=torch.contiguous_format, threads=None):
    torch.set_num_threads(threads or os.cpu_count())
    net = resnet18()
    net.load_state_dict(load_file(folder / "net.safetensors"))
    net = net.to(dtype=dtype, memory_format=memory_format).train()
    optimizer = torch.optim.Adam(net.parameters(), lr=0.001)
    batches = load_file(folder / "batches.safetensors")
    losses = []
    for images, labels in zip(batches["images"], batches["labels"]):
        loss = F.cross_entropy(net(images.to(dtype=dtype, memory_format=memory_format)), labels)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses


def our_losses(folder, kernels):
    command = [
        ROOT / ".build/release/bench", "--losses", folder / "net.safetensors",
        "--batches", folder / "batches.safetensors"]
    output = subprocess.run(
        command, env=os.environ | {"KERNELS": kernels}, check=True, stdout=subprocess.PIPE, text=True).stdout
    return [float(line) for line in output.split()]


def all_losses(folder):
    runs = {
        "float64": lambda: pytorch_losses(folder, dtype=torch.float64),
        "PyTorch f32": lambda: pytorch_losses(folder),
        "channels-last": lambda: pytorch_losses(folder, memory_format=torch.channels_last),
        "1 thread": lambda: pytorch_losses(folder, threads=1),
        "ours direct": lambda: our_losses(folder, "direct"),
        "ours Winograd": lambda: our_losses(folder, "onednn"),
    }
    losses = {}
    for name, run in runs.items():
        kept = folder / f"{name}.txt"
        if not kept.exists():
            numpy.savetxt(kept, run(), fmt="%.17g")
        losses[name] = numpy.loadtxt(kept, ndmin=1)
    return losses


def report(losses):
    truth = losses["float64"]
    distances = {name: abs(losses[name] - truth) for name in PYTORCH + OURS}
    row = lambda first, second, cells: print(f"{first:>4} {second:>12}" + "".join(f"{c:>15}" for c in cells))
    row("step", "float64", distances)
    for step, loss in enumerate(truth):
        row(step + 1, f"{loss:.9f}", [f"{d[step]:.2e}" for d in distances.values()])
    largest = {name: d.max() for name, d in distances.items()}
    row("", "maximum", [f"{m:.2e}" for m in largest.values()])
    row("", "rms", [f"{numpy.sqrt((d ** 2).mean()):.2e}" for d in distances.values()])

    for name in OURS:
        ratios = ", ".join(f"{largest[name] / largest[other]:.2f} × {other}" for other in PYTORCH)
        print(f"max({name}) is {ratios}.")
    allowed = 3 * max(largest[name] for name in PLAIN)
    holds = largest["ours direct"] <= allowed
    print(f"The verdict, by the larger of {' and '.join(PLAIN)}: max(ours direct) = {largest['ours direct']:.2e} is "
          f"{'at most' if holds else 'MORE than'} 3 × {allowed / 3:.2e} = {allowed:.2e}.")
    return holds


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--steps", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=pathlib.Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.folder or pathlib.Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        if not (folder / "batches.safetensors").exists():
            make_inputs(folder, options.steps, options.seed)
        return report(all_losses(folder))


if __name__ == "__main__":
    raise SystemExit(0 if main() else 1)
