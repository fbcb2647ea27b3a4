"""The net of chapter 2, as the MNIST notebook has it, and five steps of its training."""

import math

import numpy as np
import torch
import torch.nn.functional as F

from fixture import Fixture


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
        return self.fc(x.flatten(1))


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
