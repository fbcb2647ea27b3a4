"""What PyTorch makes of every operation and of the net of chapter 2, for the tests to compare with.

Needs Python 3.10 or later with `torch` (made with 2.15, on the CPU) and `numpy`. Run it as

    python3 Tests/Fixtures/make.py

and it writes, beside itself, `operations` and `net`: a `.json` that says what is where, and a `.bin`
with the numbers, 32-bit floats with the lowest byte first. Fixed seeds make every run alike.
"""

import json
import math
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

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

    def write(self):
        text = ",\n".join(json.dumps(case) for case in self.cases)
        (HERE / f"{self.name}.json").write_text(f"[\n{text}\n]\n")
        (HERE / f"{self.name}.bin").write_bytes(np.concatenate(self.numbers).tobytes())


# Every operation: what goes in, what comes out, a gradient `dy` of that, and where it flows.


def operations():
    torch.manual_seed(1)
    fixture = Fixture("operations")

    def case(operation, f, inputs, labels=None, **settings):
        for tensor in inputs.values():
            tensor.requires_grad_()
        y = f(*inputs.values())
        dy = torch.randn_like(y)
        y.backward(dy)
        gradients = {f"d{name}": tensor.grad for name, tensor in inputs.items()}
        fixture.add(operation, {**inputs, "y": y, "dy": dy, **gradients}, labels, **settings)

    for x, weight, stride, padding in [
        ((1, 1, 1, 1), (1, 1, 1, 1), 1, 0),
        ((1, 1, 7, 5), (2, 1, 3, 3), 1, 1),
        ((3, 3, 6, 6), (17, 3, 3, 3), 2, 1),
        ((1, 17, 5, 5), (3, 17, 2, 2), 1, 0),
        ((2, 2, 9, 8), (4, 2, 4, 4), 3, 2),
        ((2, 1, 9, 9), (3, 1, 2, 2), 4, 0),
        ((2, 3, 5, 5), (4, 3, 1, 1), 2, 0),
        ((2, 4, 7, 7), (5, 4, 5, 5), 1, 2),
    ]:
        for bias in [True, False]:
            inputs = {"x": torch.randn(x), "weight": torch.randn(weight)}
            if bias:
                inputs["bias"] = torch.randn(weight[0])
            slide = {"stride": stride, "padding": padding}
            case("conv2D", lambda x, w, b=None: F.conv2d(x, w, b, **slide), inputs, **slide)

    for x, size, stride, padding in [
        ((1, 1, 2, 2), 2, 2, 0),
        ((2, 3, 7, 6), 2, 2, 0),
        ((1, 17, 7, 7), 3, 2, 1),
        ((2, 2, 6, 5), 3, 1, 0),
        ((1, 3, 9, 9), 2, 4, 0),
        ((2, 1, 5, 5), 4, 1, 2),
    ]:
        settings = {"kernelSize": size, "stride": stride, "padding": padding}
        pool = lambda x: F.max_pool2d(x, size, stride, padding)
        case("maxPool2D", pool, {"x": torch.randn(x)}, **settings)
    # Small whole numbers, so that many windows have several largest.
    tied = torch.randint(0, 3, (2, 3, 6, 6)).float()
    pool = lambda x: F.max_pool2d(x, 3, 2, 1)
    case("maxPool2D", pool, {"x": tied}, kernelSize=3, stride=2, padding=1)

    for n, i, o in [(1, 1, 1), (5, 17, 3), (3, 64, 10)]:
        inputs = {"x": torch.randn(n, i), "weight": torch.randn(o, i)}
        case("linear", F.linear, inputs)
        inputs = {name: tensor.detach().clone() for name, tensor in inputs.items()}
        case("linear", F.linear, {**inputs, "bias": torch.randn(o)})
        case("matMul", torch.matmul, {"x": torch.randn(n, i), "b": torch.randn(i, o)})

    for shape in [(1,), (3, 5), (2, 3, 4, 5)]:
        case("add", torch.add, {"x": torch.randn(shape), "b": torch.randn(shape)})
        case("multiply", torch.mul, {"x": torch.randn(shape), "b": torch.randn(shape)})
        case("scale", lambda x: x * -2.5, {"x": torch.randn(shape)})
        case("relu", F.relu, {"x": torch.randn(shape)})
        case("sigmoid", torch.sigmoid, {"x": 4 * torch.randn(shape)})
        case("tanh", torch.tanh, {"x": 2 * torch.randn(shape)})
        case("sum", torch.sum, {"x": torch.randn(shape)})
        case("mean", torch.mean, {"x": torch.randn(shape)})
    case("reshape", lambda x: x.flatten(1), {"x": torch.randn(2, 3, 4, 5)})

    for n, classes, spread in [(1, 1, 1), (1, 10, 1), (7, 3, 3), (4, 10, 100)]:
        labels = torch.randint(0, classes, (n,)).tolist()
        loss = lambda x: F.cross_entropy(x, torch.tensor(labels))
        case("crossEntropy", loss, {"x": spread * torch.randn(n, classes)}, labels)
    fixture.write()


# The net of chapter 2, as its document writes it.


class ResidualBlock(torch.nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.conv1 = torch.nn.Conv2d(channels, channels, kernel_size=3, padding=1)
        self.conv2 = torch.nn.Conv2d(channels, channels, kernel_size=3, padding=1)

    def forward(self, x):
        y = F.relu(self.conv1(x))
        y = self.conv2(y)
        return F.relu(x + y)


class Net(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = torch.nn.Conv2d(1, 16, kernel_size=5)
        self.conv2 = torch.nn.Conv2d(16, 32, kernel_size=5)
        self.mp = torch.nn.MaxPool2d(2)
        self.rblock1 = ResidualBlock(16)
        self.rblock2 = ResidualBlock(32)
        self.fc = torch.nn.Linear(512, 10)

    def forward(self, x):
        x = self.mp(F.relu(self.conv1(x)))
        x = self.rblock1(x)
        x = self.mp(F.relu(self.conv2(x)))
        x = self.rblock2(x)
        return self.fc(x.view(x.size(0), -1))


class Random:
    """The generator of `Sources/Autograd/Random.swift`, so that both sides draw the same numbers."""

    MASK = (1 << 64) - 1

    def __init__(self, seed):
        self.state = seed

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & self.MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & self.MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & self.MASK
        return z ^ (z >> 31)

    def uniform(self, shape, bound):
        """Numbers between ± bound, a power of two, rounded where `Float` is."""
        count = math.prod(shape)
        share = np.array([self.next() >> 40 for _ in range(count)], np.float32) / np.float32(1 << 24)
        bound = np.float32(bound)
        return torch.from_numpy((-bound + share * (bound + bound)).reshape(shape))


def train(weight_decay):
    """Five steps on five batches of eight; the losses, first gradients, and samples of the weights."""
    random = Random(7)
    net = Net()
    parameters = list(net.parameters())
    with torch.no_grad():
        for p in parameters:
            p.copy_(random.uniform(p.shape, 0.0625))
    optimizer = torch.optim.SGD(parameters, lr=0.01, momentum=0.5, weight_decay=weight_decay)
    losses, samples, sums, gradients = [], [], [], None
    for _ in range(5):
        images = random.uniform((8, 1, 28, 28), 1)
        labels = [random.next() % 10 for _ in range(8)]
        loss = F.cross_entropy(net(images), torch.tensor(labels))
        optimizer.zero_grad()
        loss.backward()
        if gradients is None:
            gradients = np.concatenate([p.grad.numpy().ravel() for p in parameters])
        optimizer.step()
        weights = np.concatenate([p.detach().numpy().ravel() for p in parameters])
        losses.append(loss.item())
        samples.append(weights[::97])
        sums.append(np.abs(weights.astype(np.float64)).sum())
    return losses, gradients, samples, sums


def net():
    fixture = Fixture("net")
    # Much decay, so that five steps without it would show.
    for weight_decay in [0, 0.1]:
        losses, gradients, samples, sums = train(weight_decay)
        tensors = {"losses": losses, "samples": samples, "sums": sums}
        if weight_decay == 0:
            tensors["gradients"] = gradients
        fixture.add("net", tensors, weightDecay=weight_decay)
    fixture.write()


torch.use_deterministic_algorithms(True)
operations()
net()
