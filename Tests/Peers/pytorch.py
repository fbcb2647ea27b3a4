"""What `swift run -c release bench` measures, in PyTorch: the same rows, as JSON, one per line.

    python3 -m venv .venv && .venv/bin/pip install torch torchvision
    swift run -c release bench --peer .venv/bin/python        # both, in turns
    .venv/bin/python Tests/Peers/pytorch.py                   # PyTorch alone

`step` is one training step of the MNIST notebook's net with batches of 64, images channels-last, which is
PyTorch's fastest layout here. `epoch` is the notebook's own code on MNIST: torchvision's data set and
loader, its training loop and its test; it needs MNIST in `.data` or in the folder that DATASETS_ROOT names.
`resnet18` is one training step of the ResNet-18 notebook's net with batches of 128 at 96 × 96, with Adam.
`preactivation` is one of the pre-activation notebook's net, BN-ReLU-conv, with batches of 256, with SGD.
"""
import argparse
import json
import os
import time

import torch
import torch.nn as nn
import torch.nn.functional as F


class ResidualBlock(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, channels, kernel_size=3, padding=1)
        self.conv2 = nn.Conv2d(channels, channels, kernel_size=3, padding=1)

    def forward(self, x):
        y = F.relu(self.conv1(x))
        return F.relu(x + self.conv2(y))


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 16, kernel_size=5)
        self.conv2 = nn.Conv2d(16, 32, kernel_size=5)
        self.mp = nn.MaxPool2d(2)
        self.rblock1 = ResidualBlock(16)
        self.rblock2 = ResidualBlock(32)
        self.fc = nn.Linear(512, 10)

    def forward(self, x):
        x = self.rblock1(self.mp(F.relu(self.conv1(x))))
        x = self.rblock2(self.mp(F.relu(self.conv2(x))))
        return self.fc(x.flatten(1))


class Residual(nn.Module):
    def __init__(self, i, o, stride=1):
        super().__init__()
        self.conv1 = nn.Conv2d(i, o, 3, padding=1, stride=stride)
        self.conv2 = nn.Conv2d(o, o, 3, padding=1)
        self.conv3 = nn.Conv2d(i, o, 1, stride=stride) if i != o else None
        self.b1, self.b2 = nn.BatchNorm2d(o), nn.BatchNorm2d(o)

    def forward(self, x):
        y = self.b2(self.conv2(F.relu(self.b1(self.conv1(x)))))
        return F.relu(y + (self.conv3(x) if self.conv3 else x))


def resnet18():
    layers = [nn.Conv2d(1, 64, 7, 2, 3), nn.BatchNorm2d(64), nn.ReLU(), nn.MaxPool2d(3, 2, 1)]
    for i, o in [(64, 64), (64, 128), (128, 256), (256, 512)]:
        layers += [Residual(i, o, 1 if i == o else 2), Residual(o, o)]
    return nn.Sequential(*layers, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(512, 10))


class PreactivationResidual(nn.Module):
    def __init__(self, i, o, stride=1):
        super().__init__()
        self.bn1, self.bn2 = nn.BatchNorm2d(i), nn.BatchNorm2d(o)
        self.conv1 = nn.Conv2d(i, o, 3, padding=1, stride=stride)
        self.conv2 = nn.Conv2d(o, o, 3, padding=1)
        self.conv3 = nn.Conv2d(i, o, 1, stride=stride) if i != o else None

    def forward(self, x):
        y = self.conv2(F.relu(self.bn2(self.conv1(F.relu(self.bn1(x))))))
        return y + (self.conv3(F.relu(x)) if self.conv3 else x)


def three_stages():
    layers = [nn.Conv2d(1, 32, 7, 2, 3), nn.BatchNorm2d(32), nn.ReLU(), nn.MaxPool2d(3, 2, 1)]
    for i, o in [(32, 32), (32, 64), (64, 128)]:
        layers += [PreactivationResidual(i, o, 1 if i == o else 2), PreactivationResidual(o, o)]
    return nn.Sequential(*layers, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(128, 10))


def row(name, unit, values):
    values = sorted(values)
    print(json.dumps({"name": name, "unit": unit, "median": values[len(values) // 2], "best": values[0]}), flush=True)


def step_times(steps, after, net, optimizer, shape):
    net = net.to(memory_format=torch.channels_last)
    x = torch.randn(*shape).to(memory_format=torch.channels_last)
    y = torch.arange(shape[0]) % 10
    times = []
    for _ in range(steps + after):
        start = time.perf_counter()
        optimizer.zero_grad()
        loss = F.cross_entropy(net(x), y)
        loss.backward()
        optimizer.step()
        loss.item()
        times.append((time.perf_counter() - start) * 1e3)
    return times[after:]


def digit_step_times(steps):
    torch.manual_seed(0)
    net = Net()
    return step_times(steps, 20, net, torch.optim.SGD(net.parameters(), lr=0.01, momentum=0.5), (64, 1, 28, 28))


def resnet18_step_times(steps):
    torch.manual_seed(0)
    net = resnet18()
    return step_times(steps, 3, net, torch.optim.Adam(net.parameters(), lr=0.001), (128, 1, 96, 96))


def preactivation_step_times(steps):
    torch.manual_seed(0)
    net = three_stages()
    return step_times(steps, 3, net, torch.optim.SGD(net.parameters(), lr=0.1), (256, 1, 96, 96))


def mnist():
    """Training and test set, from where our own programs look, in torchvision's layout or not."""
    import gzip
    import numpy
    for root in [os.environ.get("DATASETS_ROOT"), ".data"]:
        for folder in [f"{root}/MNIST", f"{root}/MNIST/raw"]:
            def read(name, header):
                for path, opener in [(f"{folder}/{name}", open), (f"{folder}/{name}.gz", gzip.open)]:
                    if os.path.exists(path):
                        return numpy.frombuffer(opener(path, "rb").read(), numpy.uint8)[header:]
            parts = [read(f"{kind}-{what}", header) for kind in ["train", "t10k"]
                     for what, header in [("images-idx3-ubyte", 16), ("labels-idx1-ubyte", 8)]]
            if all(part is not None for part in parts):
                return [(parts[i].reshape(-1, 28, 28), parts[i + 1]) for i in (0, 2)]
    return None


def epoch_time():
    """The second epoch of the notebook's own code, including its evaluation."""
    found = mnist()
    if found is None:
        return None
    from PIL import Image
    from torchvision import transforms
    from torch.utils.data import DataLoader, Dataset
    transform = transforms.Compose([transforms.ToTensor(), transforms.Normalize((0.1307,), (0.3801,))])

    class Pictures(Dataset):  # as torchvision.datasets.MNIST, for files elsewhere
        def __init__(self, images, labels):
            self.images, self.labels = torch.from_numpy(images.copy()), torch.from_numpy(labels.copy())

        def __len__(self):
            return len(self.labels)

        def __getitem__(self, i):
            return transform(Image.fromarray(self.images[i].numpy(), mode="L")), int(self.labels[i])

    train_loader = DataLoader(Pictures(*found[0]), shuffle=True, batch_size=64)
    test_loader = DataLoader(Pictures(*found[1]), shuffle=False, batch_size=64)
    model = Net()
    criterion = nn.CrossEntropyLoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=0.01, momentum=0.5)
    for _ in range(2):
        start = time.perf_counter()
        run_loss = 0
        for inputs, labels in train_loader:
            optimizer.zero_grad()
            loss = criterion(model(inputs), labels)
            loss.backward()
            optimizer.step()
            run_loss += loss.item()
        correct = 0
        with torch.no_grad():
            for inputs, labels in test_loader:
                correct += (model(inputs).max(dim=1)[1] == labels).sum().item()
        seconds = time.perf_counter() - start
    return seconds


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", choices=["peak", "step", "epoch", "resnet18", "preactivation", "drawing",
                                           "expanded"])
    parser.add_argument("--steps", type=int, default=1000)
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    if options.only in (None, "step"):
        row("step", "ms", digit_step_times(options.steps))
    if options.only in (None, "epoch"):
        seconds = epoch_time()
        if seconds is not None:
            row("epoch", "s", [seconds])
    if options.only in (None, "resnet18"):
        row("resnet18", "ms", resnet18_step_times(max(5, options.steps // 50)))
    if options.only in (None, "preactivation"):
        row("preactivation", "ms", preactivation_step_times(max(5, options.steps // 50)))
