"""The first training losses of the three notebooks' nets, here and in PyTorch, compared with float64.

    python3 -m venv .venv && .venv/bin/pip install torch numpy safetensors
    swift build -c release --product bench
    .venv/bin/python Tests/Peers/losses.py                    # all three nets, fifty steps each
    .venv/bin/python Tests/Peers/losses.py --net chapter2     # one of them

Chapter 2's net is trained on MNIST, chapter 4's ResNet-18 and chapter 5's pre-activation net on
Fashion-MNIST resized to 96 × 96, each with the batch size, optimizer and learning rate of its notebook.
Both sides start from the same weights and get the same batches, from `.data` or the folder that
DATASETS_ROOT names, or random images if the data set is not there.

Float64 is the reference. The error of a step is |loss - loss in float64|, that of a run the maximum over
its steps; ours may be at most three times PyTorch's in float32. Training amplifies small differences, so
one float32 run is one sample of many: PyTorch runs three times, with nothing changed but the order of its
sums. The bound uses the larger error of the two runs with contiguous layout; channels-last rounds more
from the first step on and would give too loose a bound. With --folder, inputs and losses are kept there
and not computed again.
"""
import argparse
import gzip
import os
import pathlib
import subprocess
import sys
import tempfile

import numpy
import torch
import torch.nn.functional as F
from safetensors.torch import load_file, save_file

sys.dont_write_bytecode = True
from nets import NETS

ROOT = pathlib.Path(__file__).parents[2]
PLAIN = ["PyTorch f32", "1 thread"]
PYTORCH = PLAIN + ["channels-last"]
OURS = ["ours direct", "ours Winograd"]
BATCH = {"chapter2": 64, "chapter4": 128, "chapter5": 256}
OPTIMIZER = {
    "chapter2": lambda parameters: torch.optim.SGD(parameters, lr=0.01, momentum=0.5),
    "chapter4": lambda parameters: torch.optim.Adam(parameters, lr=0.001),
    "chapter5": lambda parameters: torch.optim.SGD(parameters, lr=0.1),
}


def dataset(name, count):
    """The first images, `[count, 1, 28, 28]`, and their labels; random ones if the files are not there."""
    def read(folder, name, header):
        for path, opener in [(folder / name, open), (folder / f"{name}.gz", gzip.open)]:
            if path.exists():
                with opener(path, "rb") as file:
                    return torch.from_numpy(numpy.frombuffer(file.read(), numpy.uint8)[header:].copy())

    for root in [os.environ.get("DATASETS_ROOT"), ".data"]:
        for folder in [pathlib.Path(root or ".", name), pathlib.Path(root or ".", name, "raw")]:
            images = read(folder, "train-images-idx3-ubyte", 16)
            labels = read(folder, "train-labels-idx1-ubyte", 8)
            if images is not None and labels is not None:
                return images.reshape(-1, 1, 28, 28)[:count].float() / 255, labels[:count].long()
    print(f"{name} is not there: the images are random.")
    return torch.rand(count, 1, 28, 28), torch.randint(0, 10, (count,))


def make_inputs(net, folder, steps, seed, size):
    """Random weights, and `images` `[steps, N, 1, H, W]` with their `labels` `[steps, N]`."""
    torch.manual_seed(seed)
    save_file(NETS[net]().state_dict(), folder / "net.safetensors", metadata={"format": "pt"})
    images, labels = dataset("MNIST" if net == "chapter2" else "FashionMNIST", steps * size)
    if net == "chapter2":
        images = (images - 0.1307) / 0.3801  # as in the MNIST notebook
    else:
        images = F.interpolate(images, size=(96, 96), mode="bilinear")
    save_file(
        {"images": images.reshape(steps, size, *images.shape[1:]).contiguous(),
         "labels": labels.reshape(steps, size)},
        folder / "batches.safetensors")


def pytorch_losses(name, folder, dtype=torch.float32, memory_format=torch.contiguous_format, threads=None):
    torch.set_num_threads(threads or os.cpu_count())
    net = NETS[name]()
    net.load_state_dict(load_file(folder / "net.safetensors"))
    net = net.to(dtype=dtype, memory_format=memory_format).train()
    optimizer = OPTIMIZER[name](net.parameters())
    batches = load_file(folder / "batches.safetensors")
    losses = []
    for images, labels in zip(batches["images"], batches["labels"]):
        loss = F.cross_entropy(net(images.to(dtype=dtype, memory_format=memory_format)), labels)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses


def our_losses(name, folder, kernels):
    command = [
        ROOT / ".build/release/bench", "--losses", folder / "net.safetensors",
        "--batches", folder / "batches.safetensors", "--net", name]
    output = subprocess.run(
        command, env=os.environ | {"KERNELS": kernels}, check=True, stdout=subprocess.PIPE, text=True).stdout
    return [float(line) for line in output.split()]


def all_losses(net, folder):
    runs = {
        "float64": lambda: pytorch_losses(net, folder, dtype=torch.float64),
        "PyTorch f32": lambda: pytorch_losses(net, folder),
        "channels-last": lambda: pytorch_losses(net, folder, memory_format=torch.channels_last),
        "1 thread": lambda: pytorch_losses(net, folder, threads=1),
        "ours direct": lambda: our_losses(net, folder, "direct"),
        "ours Winograd": lambda: our_losses(net, folder, "onednn"),
    }
    losses = {}
    for name, run in runs.items():
        kept = folder / f"{name}.txt"
        if not kept.exists():
            numpy.savetxt(kept, run(), fmt="%.17g")
        losses[name] = numpy.loadtxt(kept, ndmin=1)
    return losses


def report(net, size, losses, every_step):
    """Prints the errors, and returns whether ours are within the bound."""
    truth = losses["float64"]
    distances = {name: abs(losses[name] - truth) for name in PYTORCH + OURS}
    row = lambda first, second, cells: print(f"{first:>12} {second:>12}" + "".join(f"{c:>15}" for c in cells))
    print(f"\n{net}, {len(truth)} steps of {size} images")
    row("step", "float64", distances)
    for step, loss in enumerate(truth):
        if every_step or step + 1 in (1, 10, len(truth)):
            row(step + 1, f"{loss:.9f}", [f"{d[step]:.2e}" for d in distances.values()])
    for steps in sorted({min(10, len(truth)), len(truth)}):
        row(f"maximum to {steps}", "", [f"{d[:steps].max():.2e}" for d in distances.values()])
    row("rms", "", [f"{numpy.sqrt((d ** 2).mean()):.2e}" for d in distances.values()])

    largest = {name: d.max() for name, d in distances.items()}
    allowed = 3 * max(largest[name] for name in PLAIN)
    for name in OURS:
        print(f"max({name}) = {largest[name]:.2e} is {'at most' if largest[name] <= allowed else 'MORE than'} "
              f"3 × {allowed / 3:.2e} = {allowed:.2e}, the larger of {' and '.join(PLAIN)}.")
    return all(largest[name] <= allowed for name in OURS)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--net", choices=NETS, action="append", help="only this one; may be repeated")
    parser.add_argument("--steps", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--batch", type=int, help="images in a step; by default as in the notebook")
    parser.add_argument("--folder", type=pathlib.Path)
    parser.add_argument("--every-step", action="store_true", help="print each step, not the first, tenth and last")
    options = parser.parse_args()
    holds = True
    with tempfile.TemporaryDirectory() as temporary:
        for net in options.net or NETS:
            size = options.batch or BATCH[net]
            folder = (options.folder or pathlib.Path(temporary)) / net
            folder.mkdir(parents=True, exist_ok=True)
            if not (folder / "batches.safetensors").exists():
                make_inputs(net, folder, options.steps, options.seed, size)
            holds = report(net, size, all_losses(net, folder), options.every_step) and holds
    return holds


if __name__ == "__main__":
    raise SystemExit(0 if main() else 1)
