"""The nets of the three notebooks in PyTorch, with the notebooks' names."""
import sys
from pathlib import Path

import torch.nn as nn
import torch.nn.functional as F

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).parents[1] / "Fixtures"))
from net import Net as Chapter2


class Residual(nn.Module):
    """The block of the ResNet-18 notebook."""

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


class PreactivationResidual(nn.Module):
    """The block of the pre-activation notebook: norm and relu before each convolution."""

    def __init__(self, in_channels, out_channels, use_1x1conv=False, stride=1):
        super().__init__()
        self.conv1 = nn.Conv2d(in_channels, out_channels, kernel_size=3, padding=1, stride=stride)
        self.bn1 = nn.BatchNorm2d(in_channels)
        self.conv2 = nn.Conv2d(out_channels, out_channels, kernel_size=3, padding=1)
        self.bn2 = nn.BatchNorm2d(out_channels)
        self.conv3 = nn.Conv2d(in_channels, out_channels, kernel_size=1, stride=stride) if use_1x1conv else None

    def forward(self, x):
        y = self.conv2(F.relu(self.bn2(self.conv1(F.relu(self.bn1(x))))))
        return y + (x if self.conv3 is None else self.conv3(F.relu(x)))


def stage(block, in_channels, out_channels):
    changes = in_channels != out_channels
    first = block(in_channels, out_channels, use_1x1conv=changes, stride=2 if changes else 1)
    return nn.Sequential(first, block(out_channels, out_channels))


def chapter4():
    """The net of the ResNet-18 notebook."""
    net = nn.Sequential(
        nn.Conv2d(1, 64, kernel_size=7, stride=2, padding=3), nn.BatchNorm2d(64), nn.ReLU(),
        nn.MaxPool2d(kernel_size=3, stride=2, padding=1))
    for i, channels in enumerate([64, 128, 256, 512]):
        net.add_module(f"resnet_block{i + 1}", stage(Residual, 64 if i == 0 else channels // 2, channels))
    net.add_module("global_avg_pool", nn.AdaptiveAvgPool2d(1))
    net.add_module("fc", nn.Sequential(nn.Flatten(), nn.Linear(512, 10)))
    return net


def chapter5():
    """The three-stage net of the pre-activation notebook, with its Xavier initialization and Gluon's names."""
    net = nn.Sequential()
    net.add_module("conv6", nn.Conv2d(1, 32, kernel_size=7, stride=2, padding=3))
    net.add_module("batchnorm4", nn.BatchNorm2d(32))
    net.add_module("relu0", nn.ReLU())
    net.add_module("pool0", nn.MaxPool2d(kernel_size=3, stride=2, padding=1))
    for i, channels in enumerate([32, 64, 128]):
        net.add_module(f"sequential{i + 1}", stage(PreactivationResidual, 32 if i == 0 else channels // 2, channels))
    net.add_module("pool1", nn.AdaptiveAvgPool2d(1))
    net.add_module("dense0", nn.Sequential(nn.Flatten(), nn.Linear(128, 10)))
    for name, parameter in net.named_parameters():
        if parameter.dim() > 1:
            nn.init.xavier_uniform_(parameter)
        elif name.endswith("bias"):
            nn.init.zeros_(parameter)
    return net


NETS = {"chapter2": Chapter2, "chapter4": chapter4, "chapter5": chapter5}
