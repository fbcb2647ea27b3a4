"""Every operation, layer, block, optimizer and schedule on randomly drawn settings, here and in PyTorch.

    python3 -m venv .venv && .venv/bin/pip install torch numpy
    .venv/bin/python Tests/Peers/parity.py                    # draws 1,000 cases, and runs the tests on them
    .venv/bin/python Tests/Peers/parity.py --cases 90 --keep  # the draw that is committed

Prints, for both sets of kernels, the number of cases and the largest error of each operation, and exits
with status 1 if an error was too large or a case was not compared. Without --seed each run draws anew.

Float64 is the reference. The tolerance is 1e-5 of the largest value of a tensor for results and 1e-4 for
gradients; or three times the error of PyTorch's float32, where that is more: the larger error of two runs,
with oneDNN's kernels and with PyTorch's own, which sum in different orders. Large convolutions of 3 × 3
and 5 × 5 use Winograd's algorithm, which rounds more: their tolerance is 1e-4, and they have rows of their own. A
gradient that is exactly zero, such as that of a bias before a batch norm, is compared on the scale of the
largest gradient of its case, since it has no scale of its own.
"""
import argparse
import os
import pathlib
import random
import secrets
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
from schedules import CosineAnnealingLR, LinearLR, SequentialLR, StepLR, rates

FORWARD, BACKWARD, WINOGRAD = 1e-5, 1e-4, 1e-4


class Residual(nn.Module):
    """The block of the ResNet-18 notebook, or with `first` that of the pre-activation notebook."""

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

    def __init__(self, fixture, seed, channels=40, side=20, weights=1_000_000):
        self.fixture, self.random = fixture, random.Random(seed)
        self.channels, self.side, self.weights = channels, side, weights
        self.left, self.most = {}, min(20, channels // 2)  # of a block, which has more weights
        torch.manual_seed(seed)

    def case(self):
        self.pick("case", [self.conv] * 6 + [self.pool] * 3 + [self.norm] * 3 + [self.norm_layer] * 2
                  + [self.product] * 2 + [self.by_number] * 6 + [self.block] * 2 + [self.optimizer] * 2
                  + [self.schedule] * 2 + [self.loss, self.shape] + [self.axes, self.grouped, self.moved] * 2
                  + [self.rows] * 3)()

    def pick(self, what, choices):
        """One of the choices, at random, but none again before all have been drawn."""
        if not self.left.get(what):
            self.left[what] = self.random.sample(range(len(choices)), len(choices))
        return choices[self.left[what].pop()]

    def size(self, most):
        """A random size; the smallest ones are more likely."""
        return self.random.choice([1, 2, self.random.randint(1, most), self.random.randint(1, most)])

    def images(self):
        return (self.size(4), self.size(self.channels), self.size(self.side), self.size(self.side))

    def window(self, shape, padding_most=None):
        """A window that fits: even or odd, with a stride that may exceed it."""
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
        winograd = self.channels > 20 and self.random.random() < 0.02
        if winograd:  # large enough for it, one for each kind of tile
            shape, out, size, stride, padding = self.pick("winograd", [
                ((4, 64, 32, 33), 64, 3, 1, 1), ((2, 256, 6, 5), 256, 3, 1, 1),
                ((16, 32, 13, 12), 32, 5, 1, 2), ((2, 128, 17, 16), 128, 3, 2, 1)])
        if out * shape[1] * size * size > self.weights:
            return self.conv()
        inputs = {"x": torch.randn(shape), "weight": torch.randn(out, shape[1], size, size)}
        if self.random.random() < 0.5:
            inputs["bias"] = torch.randn(out)
        self.add("conv2D", lambda x, w, b=None: F.conv2d(x, w, b, stride, padding), inputs,
                 winograd=winograd, stride=stride, padding=padding)

    def grouped(self):
        """A convolution in groups; with as many as channels each channel is filtered alone."""
        groups, n = self.pick("groups", [1, 2, 3, 4, 8]), self.size(4)
        own, out = self.size(self.channels // groups), self.size(self.channels // groups)
        shape = (n, groups * own, self.size(self.side), self.size(self.side))
        size, stride, padding = self.window(shape)
        if groups * out * own * size * size > self.weights:
            return self.grouped()
        inputs = {"x": torch.randn(shape), "weight": torch.randn(groups * out, own, size, size)}
        if self.random.random() < 0.5:
            inputs["bias"] = torch.randn(groups * out)
        self.add("conv2D", lambda x, w, b=None: F.conv2d(x, w, b, stride, padding, groups=groups), inputs,
                 stride=stride, padding=padding, groups=groups)

    def moved(self):
        """Parts of a tensor, tensors behind one another, axes in each other's place."""
        shape = tuple(self.size(9) for _ in range(self.random.randint(1, 4)))
        axis = self.random.randrange(len(shape))
        kind, x = self.pick("moved", ["concatenate", "slice", "transpose"]), torch.randn(shape)
        if kind == "concatenate":
            other = torch.randn(*shape[:axis], self.size(9), *shape[axis + 1:])
            return self.add(kind, lambda x, b: torch.cat([x, b], axis), {"x": x, "b": other}, axis=axis)
        if kind == "transpose":
            other = self.random.randrange(len(shape))
            return self.add(kind, lambda x: x.transpose(axis, other), {"x": x}, axis=axis, other=other)
        start = self.random.randrange(shape[axis])
        end = self.random.randint(start + 1, shape[axis])
        self.add(kind, lambda x: x.narrow(axis, start, end - start), {"x": x}, axis=axis, start=start, end=end)

    def rows(self):
        """What a transformer does with rows."""
        before = tuple(self.size(5) for _ in range(self.random.randint(1, 2)))
        n, i, o = self.size(9), self.random.choice([self.size(self.channels), 16, 32]), self.size(9)
        kind = self.pick("rows", ["matMul", "layerNorm", "gelu", "softmax"])
        spread, middle = self.random.choice([1, 1, 5]), self.random.choice([0, 0, 3])
        x = spread * torch.randn(*before, n, i) + middle
        if kind == "matMul":
            return self.add(kind, torch.matmul, {"x": x, "b": torch.randn(*before, i, o)})
        if kind == "gelu":
            return self.add(kind, F.gelu, {"x": x})
        if kind == "softmax":
            return self.add(kind, lambda x: F.softmax(x, -1), {"x": x})
        inputs = {"x": x, "weight": torch.randn(i), "bias": torch.randn(i)}
        self.add(kind, lambda x, w, b: F.layer_norm(x, x.shape[-1:], w, b), inputs)

    def pool(self):
        shape = self.images()
        kind = self.pick("pool", ["maxPool2D", "averagePool2D", "globalAveragePool2D"])
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
        if self.pick("product", [True, False]):
            return self.add("matMul", torch.matmul, {"x": torch.randn(n, i), "b": torch.randn(i, o)})
        inputs = {"x": torch.randn(n, i), "weight": torch.randn(o, i)}
        if self.random.random() < 0.5:
            inputs["bias"] = torch.randn(o)
        self.add("linear", F.linear, inputs)

    def by_number(self):
        shape = tuple(self.size(9) for _ in range(self.random.randint(1, 4)))
        kind, f = self.pick("by number", [
            ("add", torch.add), ("multiply", torch.mul), ("scale", lambda x: x * -2.5), ("relu", F.relu),
            ("sigmoid", torch.sigmoid), ("tanh", torch.tanh), ("sum", torch.sum), ("mean", torch.mean),
            ("subtract", torch.sub), ("divide", torch.div), ("exp", torch.exp), ("log", torch.log),
            ("squareRoot", torch.sqrt)])
        inputs = {"x": self.random.choice([1, 1, 5]) * torch.randn(shape)}
        if kind in ("log", "squareRoot"):
            inputs["x"] = inputs["x"].abs() + 0.1
        if kind in ("add", "multiply", "subtract", "divide"):
            inputs["b"] = torch.randn(shape) if kind != "divide" else 0.2 + torch.rand(shape)
        self.add(kind, f, inputs)

    def axes(self):
        """Numbers repeated along some axes, and sums and means over them."""
        shape = self.images()
        kind = self.pick("axes", ["broadcast", "sum", "mean"])
        if kind != "broadcast":
            f = torch.sum if kind == "sum" else torch.mean
            return self.add(kind, lambda x: f(x, (0, 2, 3), keepdim=True), {"x": torch.randn(shape)}, perChannel=1)
        own = self.random.choice([(), shape[1:2], tuple(self.random.choice([1, length]) for length in shape)])
        # Ours takes a vector for the channels, PyTorch for the last axis.
        product = lambda x, b: (x.view(1, -1, 1, 1) if x.dim() == 1 else x) * b
        self.add(kind, product, {"x": torch.randn(own), "b": torch.randn(shape)})

    def shape(self):
        shape = self.images()
        if self.pick("shape", [True, False]):
            return self.add("reshape", lambda x: x.flatten(1), {"x": torch.randn(shape)})
        channels = shape[1] + self.random.randint(0, 20)
        self.add("padChannels", lambda x: F.pad(x, (0, 0, 0, 0, 0, channels - shape[1])),
                 {"x": torch.randn(shape)}, channels=channels)

    def loss(self):
        n, classes = self.size(20), self.size(30)
        if self.pick("loss", [True, False]):
            scores = self.random.choice([1, 1, 10]) * torch.randn(n, classes)
            return self.add("softmax", lambda x: F.softmax(x, 1), {"x": scores})
        labels = [self.random.randrange(classes) for _ in range(n)]
        scores = self.random.choice([1, 1, 10, 100]) * torch.randn(n, classes)
        self.add("crossEntropy", lambda x: F.cross_entropy(x, torch.tensor(labels)), {"x": scores}, labels)

    def block(self):
        first, i, o = self.pick("block", [True, False]), self.size(self.most), self.size(self.most)
        stride = self.random.choice([1, 2])
        net = Residual(i, o, stride, first).train()
        for name, parameter in net.named_parameters():
            if name.startswith("bn"):
                nn.init.normal_(parameter)
        count, height, width = self.random.randint(2, 4), self.random.randint(2, 12), self.random.randint(2, 12)
        inputs = {"x": torch.randn(count, i, height, width)}
        inputs |= {name: parameter.detach().clone() for name, parameter in net.named_parameters()}

        def forward(x, *parameters):
            named = dict(zip(list(inputs)[1:], parameters))
            return torch.func.functional_call(net.to(x.dtype), named, (x,))

        self.add("preactivationResidual" if first else "residual", forward, inputs,
                 outChannels=o, stride=stride)

    def optimizer(self):
        shape, steps = (self.size(9), self.size(30)), self.random.randint(1, 6)
        decay = self.random.choice([0, 0, 0.1])
        rate = self.random.choice([1e-3, 0.1, 0.5])
        if self.pick("optimizer", [True, False]):
            settings = {"learningRate": rate, "momentum": self.random.choice([0, 0.5, 0.9]), "weightDecay": decay}
            make = lambda p: torch.optim.SGD([p], lr=rate, momentum=settings["momentum"], weight_decay=decay)
            kind = "sgd"
        else:
            betas = self.random.choice([(0.9, 0.999), (0.5, 0.9), (0.0, 0.99)])
            epsilon = self.random.choice([1e-8, 1e-3])
            settings = {"learningRate": rate, "beta1": betas[0], "beta2": betas[1], "weightDecay": decay,
                        "epsilon": epsilon}
            make = lambda p: torch.optim.Adam([p], lr=rate, betas=betas, eps=epsilon, weight_decay=decay)
            kind = "adam"
        weight, gradients = torch.randn(shape), [torch.randn(shape) for _ in range(steps)]

        def moved(dtype):
            parameter = weight.to(dtype).clone().requires_grad_()
            optimizer = make(parameter)
            for gradient in gradients:
                parameter.grad = gradient.to(dtype)
                optimizer.step()
            return parameter.detach()

        tensors = {"weight": weight} | {f"gradient{i}": gradient for i, gradient in enumerate(gradients)}
        self.keep(kind, tensors, {"y": moved(torch.float64)}, [{"y": moved(torch.float32)}], steps=steps, **settings)

    def schedule(self):
        rate, start, steps = self.random.choice([0.1, 0.4, 1.0]), self.random.choice([0.1, 0.5]), self.size(20)
        warm_up = self.random.choice([0, 1, 7])
        kind, settings, make = self.pick("schedule", [
            ("constant", {}, lambda optimizer: StepLR(optimizer, 1000)),
            ("step", {"every": steps, "factor": 0.5}, lambda optimizer: StepLR(optimizer, steps, 0.5)),
            ("cosine", {"minimum": 0.01, "steps": steps}, lambda optimizer: CosineAnnealingLR(optimizer, steps, 0.01))])
        warmed_up = lambda optimizer: SequentialLR(
            optimizer, [LinearLR(optimizer, start, 1, warm_up), make(optimizer)], [warm_up])
        # PyTorch's cosine rises again after its last step; ours stays at the minimum.
        found = rates(rate, warmed_up if warm_up else make, warm_up + steps + 1)
        if warm_up:
            settings |= {"warmUpFrom": rate * start, "warmUp": warm_up}
        found = torch.tensor(found["rates"], dtype=torch.float64)
        self.keep(f"{kind}Schedule", {}, {"y": found}, [{"y": found}], learningRate=rate, **settings)

    def norm_layer(self):
        """Batch norm in training mode on some batches, its running statistics, and then evaluation mode."""
        shape = self.images()
        if shape[0] * shape[2] * shape[3] == 1:
            shape = (2, *shape[1:])
        momentum, epsilon = self.pick("momentum", [0.1, None, 0.4, 1.0]), self.random.choice([1e-5, 1e-3])
        middle, spread = self.random.choice([0, 3, -20]), self.random.choice([1, 0.2, 5])
        batches = [spread * torch.randn(shape) + middle for _ in range(self.random.randint(1, 4))]
        inputs = {"x": spread * torch.randn(shape) + middle}
        inputs |= {"weight": torch.randn(shape[1]), "bias": torch.randn(shape[1])}
        dy = torch.randn(shape)

        def computed(dtype):
            layer = nn.BatchNorm2d(shape[1], eps=epsilon, momentum=momentum)
            layer.weight, layer.bias = nn.Parameter(inputs["weight"]), nn.Parameter(inputs["bias"])
            layer, found = layer.to(dtype), {}
            for i, batch in enumerate(batches):
                found[f"y{i}"] = layer(batch.to(dtype)).detach()
                found[f"mean{i}"], found[f"variance{i}"] = layer.running_mean.clone(), layer.running_var.clone()
            x = inputs["x"].to(dtype).requires_grad_()
            y = layer.eval()(x)
            y.backward(dy.to(dtype))
            return found | {"y": y.detach(), "dx": x.grad, "dweight": layer.weight.grad, "dbias": layer.bias.grad}

        given = inputs | {"dy": dy} | {f"x{i}": batch for i, batch in enumerate(batches)}
        self.keep("batchNorm2DLayer", given, computed(torch.float64), self.singles(lambda: computed(torch.float32)),
                  batches=len(batches), epsilon=epsilon, **({} if momentum is None else {"momentum": momentum}))

    def add(self, operation, f, inputs, labels=None, given={}, **settings):
        def computed(dtype, dy=None):
            own = {name: tensor.to(dtype).detach().requires_grad_() for name, tensor in inputs.items()}
            y = f(*own.values())
            dy = torch.randn(y.shape) if dy is None else dy
            y.backward(dy.to(dtype))
            return dy, {"y": y.detach()} | {f"d{name}": tensor.grad for name, tensor in own.items()}

        dy, truth = computed(torch.float64)
        singles = self.singles(lambda: computed(torch.float32, dy)[1])
        self.keep(operation, {**inputs, **given, "dy": dy}, truth, singles, labels, **settings)

    def singles(self, compute):
        """PyTorch in float32, with both of its sets of kernels."""
        both = []
        for torch.backends.mkldnn.enabled in [False, True]:
            both.append(compute())
        return both

    def keep(self, operation, given, truth, singles, labels=None, winograd=False, **settings):
        """Keeps a case: inputs, float64 results, and the scale and tolerance of each."""
        largest = {name: tensor.abs().max().item() for name, tensor in truth.items()}
        greatest = max([largest[name] for name in truth if name[0] == "d"], default=0)
        allowed = {}
        for name in truth:
            share = BACKWARD if name[0] == "d" else FORWARD
            scale = greatest if name[0] == "d" and largest[name] < 1e-9 * greatest else largest[name]
            own = max((single[name].double() - truth[name]).abs().max().item() for single in singles) / (scale or 1)
            # Rounded, with a margin so that exactly three times passes.
            allowed["scale:" + name] = float(f"{scale:.7g}")
            allowed["allow:" + name] = float(f"{1.000001 * max(share, WINOGRAD if winograd else 0, 3 * own):.7g}")
        if winograd:
            settings["winograd"] = 1
        self.fixture.add(
            operation, {**given, **truth}, labels, case=len(self.fixture.cases), **allowed, **settings)


def run_tests(folder):
    """Runs the tests on the draw in a folder; they record every error there."""
    environment = os.environ | {"PARITY_CASES": str(folder / "parity"), "PARITY_ERRORS": str(folder / "errors")}
    run = subprocess.run(
        ["swift", "test", "--filter", "ParityTests.ParityTests"], cwd=ROOT, env=environment, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if run.returncode:
        print("\n".join(line for line in run.stdout.splitlines() if not line.startswith(("✔", "◇"))))
    return run.returncode == 0


def report(errors, cases):
    """Prints the largest errors of each operation; returns whether all cases were compared and within bounds."""
    lines = [line.split("\t") for line in errors.read_text().splitlines()]
    sets, compared = sorted({line[0] for line in lines}), {}
    for kernels, case, operation, name, error, allowed in lines:
        cell = compared.setdefault(operation, {}).setdefault(
            kernels, {"cases": set(), "forward": 0, "backward": 0, "allowed": 0})
        way = "backward" if name[0] == "d" else "forward"
        cell["cases"].add(int(case))
        cell[way] = max(cell[way], float(error))
        cell["allowed"] = max(cell["allowed"], float(error) / float(allowed))
    print(" " * 40 + "".join(f"{kernels:^36}" for kernels in sets))
    print(f"{'':32}{'cases':>8}" + f"{'forward':>12}{'backward':>12}{'of allowed':>12}" * len(sets))
    for operation, cells in sorted(compared.items()):
        numbers = [f"{cells[k]['forward']:12.1e}{cells[k]['backward']:12.1e}{cells[k]['allowed']:12.0%}" for k in sets]
        print(f"{operation:32}{len(cells[sets[0]]['cases']):>8}" + "".join(numbers))
    whole = all(
        set(range(cases)) == set.union(*(cells[k]["cases"] for cells in compared.values() if k in cells)) for k in sets)
    within = all(cell["allowed"] <= 1 for cells in compared.values() for cell in cells.values())
    print(f"{cases} cases with {' and '.join(sets)}: {'all compared' if whole else 'NOT ALL COMPARED'}, "
          f"{'all within what is allowed' if within else 'NOT ALL WITHIN what is allowed'}.")
    return len(sets) == 2 and whole and within


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=int, default=1000)
    parser.add_argument("--seed", type=int, help="which draw; without it, a new one")
    parser.add_argument("--keep", action="store_true", help="write a draw of small shapes into Tests/Fixtures")
    options = parser.parse_args()
    seed = options.seed if options.seed is not None else 1 if options.keep else secrets.randbelow(1_000_000)
    fixture = Fixture("parity")
    draw = Draw(fixture, seed, **({"channels": 17, "side": 7, "weights": 1500} if options.keep else {}))
    for _ in range(options.cases):
        draw.case()
    if options.keep:
        return fixture.write() or True
    print(f"{options.cases} cases of seed {seed}")
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        fixture.write(folder)
        passed = run_tests(folder)
        return (folder / "errors").exists() and report(folder / "errors", options.cases) and passed


if __name__ == "__main__":
    raise SystemExit(0 if main() else 1)
