"""Every operation, block and optimizer on randomly drawn shapes and settings, here and in PyTorch.

    python3 -m venv .venv && .venv/bin/pip install torch numpy
    .venv/bin/python Tests/Peers/parity.py --cases 1000       # draws, and runs the tests on the draw
    .venv/bin/python Tests/Peers/parity.py --cases 60 --keep  # the draw that is committed

Float64 is taken for the truth. A number may be off by 1e-5 of the largest of its tensor in what comes
out, and by 1e-4 in a gradient; or by three times what PyTorch's own float32 is off, where that is more. A
3 × 3 convolution with stride 1 and channels in sixteens may be computed by Winograd's algorithm, which
rounds more: it may be off by 1e-3. The tests hold both sets of kernels to that.
"""
import argparse
import os
import pathlib
import random
import subprocess
import sys
import tempfile

import torch
import torch.nn as nn
import torch.nn.functional as F

sys.dont_write_bytecode = True
ROOT = pathlib.Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "Tests/Fixtures"))
from fixture import Fixture

FORWARD, BACKWARD, WINOGRAD = 1e-5, 1e-4, 1e-3


class Residual(nn.Module):
    """The block of document 001, and with `first` that of document 003."""

    def __init__(self, i, o, stride, first):
        super().__init__()
        self.first = first
        self.conv1, self.conv2 = nn.Conv2d(i, o, 3, stride, 1), nn.Conv2d(o, o, 3, 1, 1)
        self.bn1, self.bn2 = nn.BatchNorm2d(i if first else o), nn.BatchNorm2d(o)
        self.conv3 = nn.Conv2d(i, o, 1, stride) if i != o or stride != 1 else None

    def forward(self, x):
        if self.first:
            y = self.conv2(F.relu(self.bn2(self.conv1(F.relu(self.bn1(x))))))
            return y + (self.conv3(F.relu(x)) if self.conv3 else x)
        y = self.bn2(self.conv2(F.relu(self.bn1(self.conv1(x)))))
        return F.relu(y + (self.conv3(x) if self.conv3 else x))


class Draw:
    """Cases drawn at random, each computed in float64 and in float32."""

    def __init__(self, fixture, seed, channels=40, side=20):
        self.fixture, self.random = fixture, random.Random(seed)
        self.channels, self.side = channels, side
        torch.manual_seed(seed)

    def case(self):
        kinds = [self.conv] * 6 + [self.pool] * 3 + [self.norm] * 3 + [self.product] * 2 + [
            self.by_number] * 2 + [self.loss, self.shape, self.block, self.block, self.optimizer]
        self.random.choice(kinds)()

    def size(self, most):
        """Small numbers mostly, and the ends more often than chance has them."""
        return self.random.choice([1, 2, self.random.randint(1, most), self.random.randint(1, most)])

    def images(self):
        return (self.size(4), self.size(self.channels), self.size(self.side), self.size(self.side))

    def window(self, shape, padding_most=None):
        """A window that fits: even and odd, with strides beyond it."""
        while True:
            size, padding = self.size(7), self.random.choice([0, 0, 1, 2, 3])
            if padding_most and padding > padding_most(size):
                continue
            if size <= min(shape[2:]) + 2 * padding:
                return size, self.random.choice([1, 1, 2, 3, size + 1]), padding

    def conv(self):
        shape = self.images()
        size, stride, padding = self.window(shape)
        out = self.size(self.channels)
        if self.random.random() < 0.15 and self.channels > 20:  # what Winograd's algorithm is for
            shape = (self.size(4), 16 * self.size(4), *[self.random.randint(6, 20)] * 2)
            size, stride, padding, out = 3, 1, 1, 16 * self.size(4)
        inputs = {"x": torch.randn(shape), "weight": torch.randn(out, shape[1], size, size)}
        if self.random.random() < 0.5:
            inputs["bias"] = torch.randn(out)
        winograd = (size, stride) == (3, 1) and out % 16 == 0 and shape[1] % 16 == 0
        self.add("conv2D", lambda x, w, b=None: F.conv2d(x, w, b, stride, padding), inputs,
                 least=WINOGRAD if winograd else 0, stride=stride, padding=padding)

    def pool(self):
        shape = self.images()
        kind = self.random.choice(["maxPool2D", "averagePool2D", "globalAveragePool2D"])
        inputs = {"x": torch.randn(shape)}
        if kind == "globalAveragePool2D":
            return self.add(kind, lambda x: F.adaptive_avg_pool2d(x, 1), inputs)
        size, stride, padding = self.window(shape, lambda size: size // 2)
        pool = F.max_pool2d if kind == "maxPool2D" else F.avg_pool2d
        self.add(kind, lambda x: pool(x, size, stride, padding), inputs,
                 kernelSize=size, stride=stride, padding=padding)

    def norm(self):
        shape = self.images()
        learning, relu = self.random.random() < 0.6, self.random.random() < 0.5
        if learning and shape[0] * shape[2] * shape[3] == 1:
            shape = (2, *shape[1:])
        c = shape[1]
        middle, spread = self.random.choice([0, 0, 3, -20]), self.random.choice([1, 1, 0.2, 5])
        inputs = {"x": spread * torch.randn(shape) + middle, "weight": torch.randn(c), "bias": torch.randn(c)}
        given = {} if learning else {"mean": middle + torch.randn(c), "variance": 0.1 + torch.rand(c)}

        def norm(x, weight, bias):
            known = [given[name].to(x.dtype) for name in given] or [None, None]
            y = F.batch_norm(x, *known, weight, bias, learning)
            return F.relu(y) if relu else y

        self.add("batchNorm2D", norm, inputs, given=given, relu=int(relu))

    def product(self):
        n, i, o = self.size(9), self.size(5 * self.channels), self.size(self.channels)
        if self.random.random() < 0.5:
            return self.add("matMul", torch.matmul, {"x": torch.randn(n, i), "b": torch.randn(i, o)})
        inputs = {"x": torch.randn(n, i), "weight": torch.randn(o, i)}
        if self.random.random() < 0.5:
            inputs["bias"] = torch.randn(o)
        self.add("linear", F.linear, inputs)

    def by_number(self):
        shape = tuple(self.size(9) for _ in range(self.random.randint(1, 4)))
        kind, f = self.random.choice([
            ("add", torch.add), ("multiply", torch.mul), ("scale", lambda x: x * -2.5), ("relu", F.relu),
            ("sigmoid", torch.sigmoid), ("tanh", torch.tanh), ("sum", torch.sum), ("mean", torch.mean)])
        inputs = {"x": self.random.choice([1, 1, 5]) * torch.randn(shape)}
        if kind in ("add", "multiply"):
            inputs["b"] = torch.randn(shape)
        self.add(kind, f, inputs)

    def shape(self):
        shape = self.images()
        if self.random.random() < 0.5:
            return self.add("reshape", lambda x: x.flatten(1), {"x": torch.randn(shape)})
        channels = shape[1] + self.random.randint(0, 20)
        self.add("padChannels", lambda x: F.pad(x, (0, 0, 0, 0, 0, channels - shape[1])),
                 {"x": torch.randn(shape)}, channels=channels)

    def loss(self):
        n, classes = self.size(20), self.size(30)
        labels = [self.random.randrange(classes) for _ in range(n)]
        scores = self.random.choice([1, 1, 10, 100]) * torch.randn(n, classes)
        self.add("crossEntropy", lambda x: F.cross_entropy(x, torch.tensor(labels)), {"x": scores}, labels)

    def block(self):
        first, i, o = self.random.random() < 0.5, self.size(20), self.size(20)
        stride = self.random.choice([1, 2])
        net = Residual(i, o, stride, first).train()
        for name, parameter in net.named_parameters():
            if name.startswith("bn"):
                nn.init.normal_(parameter)
        inputs = {"x": torch.randn(self.random.randint(2, 4), i, self.random.randint(2, 12), self.random.randint(2, 12))}
        inputs |= {name: parameter.detach().clone() for name, parameter in net.named_parameters()}

        def forward(x, *parameters):
            named = dict(zip(list(inputs)[1:], parameters))
            return torch.func.functional_call(net.to(x.dtype), named, (x,))

        self.add("preactivationResidual" if first else "residual", forward, inputs,
                 least=WINOGRAD if i % 16 == 0 and o % 16 == 0 else 0, outChannels=o, stride=stride)

    def optimizer(self):
        shape, steps = (self.size(9), self.size(30)), self.random.randint(1, 6)
        decay = self.random.choice([0, 0, 0.1])
        rate = self.random.choice([1e-3, 0.1, 0.5])
        if self.random.random() < 0.5:
            settings = {"learningRate": rate, "momentum": self.random.choice([0, 0.5, 0.9]), "weightDecay": decay}
            make = lambda p: torch.optim.SGD([p], lr=rate, momentum=settings["momentum"], weight_decay=decay)
            kind = "sgd"
        else:
            betas = self.random.choice([(0.9, 0.999), (0.5, 0.9), (0.0, 0.99)])
            settings = {"learningRate": rate, "beta1": betas[0], "beta2": betas[1], "weightDecay": decay}
            make = lambda p: torch.optim.Adam([p], lr=rate, betas=betas, weight_decay=decay)
            kind = "adam"
        weight, gradients = torch.randn(shape), [torch.randn(shape) for _ in range(steps)]

        def moved(dtype):
            parameter = weight.to(dtype).clone().requires_grad_()
            optimizer = make(parameter)
            for gradient in gradients:
                parameter.grad = gradient.to(dtype)
                optimizer.step()
            return parameter.detach()

        truth, single = moved(torch.float64), moved(torch.float32)
        tensors = {"weight": weight, "y": truth} | {f"dWeight{i}": g for i, g in enumerate(gradients)}
        self.fixture.add(kind, tensors, steps=steps, allowY=max(FORWARD, 3 * apart(single, truth)), **settings)

    def add(self, operation, f, inputs, labels=None, given={}, least=0, **settings):
        def computed(dtype, dy=None):
            own = {name: tensor.to(dtype).detach().requires_grad_() for name, tensor in inputs.items()}
            y = f(*own.values())
            dy = torch.randn(y.shape) if dy is None else dy
            y.backward(dy.to(dtype))
            return y.detach(), dy, {f"d{name}": tensor.grad for name, tensor in own.items()}

        y, dy, gradients = computed(torch.float64)
        single, _, singles = computed(torch.float32, dy)
        allowed = {"allowY": max(FORWARD, least, 3 * apart(single, y))}
        greatest = max(gradient.abs().max().item() for gradient in gradients.values())
        for name, gradient in gradients.items():
            share = max(BACKWARD, least, 3 * apart(singles[name], gradient))
            # A bias before a norm has a gradient of zero, and nothing but rounding comes out.
            if 0 < gradient.abs().max().item() < 1e-9 * greatest:
                share = max(share, BACKWARD * greatest / gradient.abs().max().item())
            allowed["allow:" + name] = share
        self.fixture.add(operation, {**inputs, **given, "y": y, "dy": dy, **gradients}, labels, **allowed, **settings)


def apart(found, truth):
    """The largest distance, as a share of the largest number."""
    largest = truth.abs().max().item()
    return (found.double() - truth).abs().max().item() / largest if largest else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", action="store_true", help="write a draw of small shapes into Tests/Fixtures and stop there")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        fixture = Fixture("parity")
        draw = Draw(fixture, options.seed, **({"channels": 18, "side": 7} if options.keep else {}))
        for _ in range(options.cases):
            draw.case()
        if options.keep:
            return fixture.write()
        fixture.write(pathlib.Path(folder))
        subprocess.run(
            ["swift", "test", "--filter", "ParityTests"], cwd=ROOT, check=True,
            env=os.environ | {"PARITY_CASES": str(pathlib.Path(folder, "parity"))})


if __name__ == "__main__":
    main()
