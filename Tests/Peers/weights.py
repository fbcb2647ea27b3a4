"""Weights in both directions: from PyTorch's nets into ours by the names in the files, and back.

    python3 -m venv .venv && .venv/bin/pip install torch torchvision numpy safetensors
    .venv/bin/python Tests/Peers/weights.py          # torchvision's ResNet-18, 34 and 50, and the notebooks' nets
    .venv/bin/python Tests/Peers/weights.py --keep   # writes what is committed: names, and two narrow nets

Every weight and every running statistic is random, so that one in the wrong place shows. The tests load
each file, compare the scores with PyTorch's in evaluation mode, to 1e-4 of the largest, and write the net
again; what they write is loaded here with `strict=True` and must have the same bits.
"""
import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import torch
import torchvision
from safetensors.torch import load_file, save_file
from torchvision.models.resnet import BasicBlock, Bottleneck, ResNet

sys.dont_write_bytecode = True
from nets import NETS

ROOT = pathlib.Path(__file__).parents[2]
FIXTURES = ROOT / "Tests/Fixtures"


class Narrow(ResNet):
    """torchvision's net with few channels and classes, for small files."""

    def __init__(self, block, blocks, width=2, classes=5):
        super().__init__(block, blocks, num_classes=classes)
        self.inplanes = width
        self.conv1 = torch.nn.Conv2d(3, width, 7, 2, 3, bias=False)
        self.bn1 = torch.nn.BatchNorm2d(width)
        for i, count in enumerate(blocks):
            setattr(self, f"layer{i + 1}", self._make_layer(block, width << i, count, stride=1 if i == 0 else 2))
        self.fc = torch.nn.Linear((width << 3) * block.expansion, classes)


TORCHVISION = {name: getattr(torchvision.models, name) for name in ["resnet18", "resnet34", "resnet50"]}
NARROW = {
    "narrow18": lambda: Narrow(BasicBlock, [2, 2, 2, 2]),
    "narrow50": lambda: Narrow(Bottleneck, [3, 4, 6, 3]),
}
SHAPES = {"chapter2": (2, 1, 28, 28), "chapter4": (2, 1, 96, 96), "chapter5": (2, 1, 96, 96)}


def randomize(net):
    """Makes every number random, so that any mix-up shows; magnitudes stay as usual."""
    for name, value in net.state_dict().items():
        if name.endswith("running_var"):
            value.uniform_(0.5, 2)
        elif name.endswith("running_mean"):
            value.normal_(0, 0.2)
        elif name.endswith("num_batches_tracked"):
            value.random_(1, 2**40)
        elif value.dim() == 1:
            value.uniform_(0.1, 1)


def write(net, name, folder):
    """Writes the weights, and images with the scores that the net gives them."""
    randomize(net)
    net.eval()
    images = torch.randn(SHAPES.get(name, (2, 3, 40, 33) if name in NARROW else (2, 3, 224, 224)))
    save_file(net.state_dict(), folder / f"{name}.safetensors", {"format": "pt"})
    with torch.no_grad():
        scores = net(images)
        truth = net.double()(images.double())
    save_file(
        {"images": images, "scores": truth, "float32": scores}, folder / f"{name}-scores.safetensors", {"format": "pt"})
    largest = truth.abs().max().item()
    print(f"{name:10} {len(net.state_dict()):4} entries, the largest score is {largest:.3g}, "
          f"PyTorch in float32 is off by {(scores - truth).abs().max().item() / largest:.1e} of it")


def keep():
    """Writes the committed part: names and shapes of every net, and two narrow nets whole."""
    names = {
        name: [[entry, list(value.shape)] for entry, value in make().state_dict().items()]
        for name, make in {**TORCHVISION, **NETS}.items()}
    lines = lambda entries: ",\n".join(map(json.dumps, entries))
    text = ",\n".join(f"{json.dumps(name)}: [\n{lines(entries)}]" for name, entries in names.items())
    (FIXTURES / "state_names.json").write_text(f"{{\n{text}\n}}\n")
    for name, make in NARROW.items():
        write(make(), name, FIXTURES)


def same(written, name, make, folder):
    """Whether PyTorch loads what was written, and finds the same bits."""
    net = make()
    net.load_state_dict(load_file(written), strict=True)
    before = load_file(folder / f"{name}.safetensors")
    bits = lambda tensor: tensor.view(torch.int32) if tensor.dtype == torch.float32 else tensor
    holds = all(torch.equal(bits(value), bits(before[entry])) for entry, value in net.state_dict().items())
    print(f"{name:10} written here and loaded with strict=True: {'the same bits' if holds else 'OTHER BITS'}")
    return holds


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--keep", action="store_true", help="write Tests/Fixtures and stop there")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    if options.keep:
        return keep() or True
    nets = {**TORCHVISION, **NETS}
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        for name, make in nets.items():
            write(make(), name, folder)
        run = subprocess.run(
            ["swift", "test", "--filter", "WeightsTests"], cwd=ROOT, env=os.environ | {"WEIGHTS": str(folder)},
            text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        print("\n".join(line for line in run.stdout.splitlines() if "scores are off" in line or run.returncode))
        return run.returncode == 0 and all(
            [same(folder / f"{name}-written.safetensors", name, make, folder) for name, make in nets.items()])


if __name__ == "__main__":
    raise SystemExit(0 if main() else 1)
