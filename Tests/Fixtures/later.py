"""Blocks of later papers, as PyTorch computes them in float64: results, and gradients of inputs and weights."""

import torch
import torch.nn as nn
import torch.nn.functional as F

from fixture import Fixture


class ResNeXt(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1, self.bn1 = nn.Conv2d(8, 8, 1, bias=False), nn.BatchNorm2d(8)
        self.conv2, self.bn2 = nn.Conv2d(8, 8, 3, padding=1, groups=4, bias=False), nn.BatchNorm2d(8)
        self.conv3, self.bn3 = nn.Conv2d(8, 8, 1, bias=False), nn.BatchNorm2d(8)

    def forward(self, x):
        y = F.relu(self.bn2(self.conv2(F.relu(self.bn1(self.conv1(x))))))
        return F.relu(x + self.bn3(self.conv3(y)))


class SqueezeExcitation(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1, self.bn1 = nn.Conv2d(8, 8, 3, padding=1, bias=False), nn.BatchNorm2d(8)
        self.conv2, self.bn2 = nn.Conv2d(8, 8, 3, padding=1, bias=False), nn.BatchNorm2d(8)
        self.fc1, self.fc2 = nn.Linear(8, 2), nn.Linear(2, 8)

    def forward(self, x):
        y = self.bn2(self.conv2(F.relu(self.bn1(self.conv1(x)))))
        s = torch.sigmoid(self.fc2(F.relu(self.fc1(y.mean((2, 3))))))
        return F.relu(x + y * s[:, :, None, None])


class Dense(nn.Module):
    def __init__(self):
        super().__init__()
        self.bn1, self.conv1 = nn.BatchNorm2d(6), nn.Conv2d(6, 4, 3, padding=1, bias=False)
        self.bn2, self.conv2 = nn.BatchNorm2d(10), nn.Conv2d(10, 4, 3, padding=1, bias=False)

    def forward(self, x):
        x = torch.cat([x, self.conv1(F.relu(self.bn1(x)))], 1)
        return torch.cat([x, self.conv2(F.relu(self.bn2(x)))], 1)


class UNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1, self.conv2 = nn.Conv2d(2, 4, 3, padding=1), nn.Conv2d(4, 8, 3, padding=1)
        self.conv3 = nn.Conv2d(12, 3, 3, padding=1)

    def forward(self, x):
        a = F.relu(self.conv1(x))
        b = F.relu(self.conv2(F.max_pool2d(a, 2)))
        return self.conv3(torch.cat([a, F.interpolate(b, scale_factor=2)], 1))


class Transformer(nn.Module):
    """Pre-norm, of two heads."""

    def __init__(self):
        super().__init__()
        self.norm1, self.norm2 = nn.LayerNorm(16), nn.LayerNorm(16)
        self.query, self.key, self.value, self.out = (nn.Linear(16, 16) for _ in range(4))
        self.up, self.down = nn.Linear(16, 32), nn.Linear(32, 16)

    def forward(self, x):
        y = self.norm1(x)
        q, k, v = (f(y).view(*x.shape[:2], 2, 8).transpose(1, 2) for f in [self.query, self.key, self.value])
        attention = F.softmax(q @ k.transpose(2, 3) / 8**0.5, -1)
        x = x + self.out((attention @ v).transpose(1, 2).reshape(x.shape))
        return x + self.down(F.gelu(self.up(self.norm2(x))))


def later():
    torch.manual_seed(3)
    fixture = Fixture("later")
    for net, shape in [
        (ResNeXt(), (2, 8, 4, 5)),
        (SqueezeExcitation(), (2, 8, 4, 5)),
        (Dense(), (2, 6, 4, 5)),
        (UNet(), (2, 2, 4, 6)),
        (Transformer(), (3, 5, 16)),
    ]:
        # Rounded to what our side is given, and computed with in float64.
        x, dy = torch.randn(shape), None
        weights = {name: p.detach().clone() for name, p in net.named_parameters()}
        net = net.double()
        given = x.double().requires_grad_()
        y = net(given)
        dy = torch.randn(y.shape)
        y.backward(dy.double())
        tensors = {"x": x, "y": y, "dy": dy, "dx": given.grad}
        for name, p in net.named_parameters():
            tensors |= {name: weights[name], "d" + name: p.grad}
        fixture.add(type(net).__name__, tensors)
    fixture.write()
