"""What `swift run -c release bench` measures, in PyTorch: the same rows, as JSON, one per line.

    python3 -m venv .venv && .venv/bin/pip install torch torchvision
    swift run -c release bench --peer .venv/bin/python        # both, in turns
    .venv/bin/python Tests/Peers/pytorch.py                   # PyTorch alone
    .venv/bin/python Tests/Peers/pytorch.py --precision bf16  # the forward pass in bfloat16

`step` is one training step of the MNIST notebook's net with batches of 64, images channels-last, which is
PyTorch's fastest layout here. `epoch` is the notebook's own code on MNIST: torchvision's data set and
loader, its training loop and its test; it needs MNIST in `.data` or in the folder that DATASETS_ROOT names.
`resnet18` is one training step of the ResNet-18 notebook's net with batches of 128 at 96 × 96, with Adam.
`preactivation` is one of the pre-activation notebook's net, BN-ReLU-conv, with batches of 256, with SGD.
With bf16, autocast chooses the operations that compute in bfloat16, and parameters stay in float32; there is
no epoch then.
"""
import os
import sys
import time

import torch
import torch.nn as nn
import torch.nn.functional as F

sys.dont_write_bytecode = True
from measuring import measure, options, row, times_for
from nets import NETS

TRAINED = {  # the net of each row, and its optimizer in the notebook
    "step": ("chapter2", lambda parameters: torch.optim.SGD(parameters, lr=0.01, momentum=0.5)),
    "resnet18": ("chapter4", lambda parameters: torch.optim.Adam(parameters, lr=0.001)),
    "preactivation": ("chapter5", lambda parameters: torch.optim.SGD(parameters, lr=0.1)),
}


def training_step(net, optimizer, x, precision):
    """A function that trains one step, all of it done when it returns."""
    net, x = (part.to(memory_format=torch.channels_last) for part in (net, x))
    y = torch.arange(len(x)) % 10

    def step():
        optimizer.zero_grad()
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=precision == "bf16"):
            loss = F.cross_entropy(net(x), y)
        loss.backward()
        optimizer.step()
        loss.item()

    return step


def make_step(name, batch, size):
    torch.manual_seed(0)
    net, make_optimizer = NETS[TRAINED[name][0]](), TRAINED[name][1]
    images = torch.randn(batch, 1, size, size)
    count = sum(parameter.numel() for parameter in net.parameters())
    return count, training_step(net, make_optimizer(net.parameters()), images, chosen.precision)


def sweep_step(text):
    """A row for a step of `bench --sweep`: `chapter4/18/64/96` is whose ResNet, its depth, the batch, the image size."""
    family, depth, batch, size = (int(part) if part.isdigit() else part for part in text.split("/"))
    torch.manual_seed(0)
    if family == "chapter4":
        net, channels = NETS[family](), 1
    else:
        import torchvision
        net, channels = getattr(torchvision.models, f"resnet{depth}")(), 3
    optimizer = torch.optim.Adam(net.parameters(), lr=0.001)
    step = training_step(net, optimizer, torch.randn(batch, channels, size, size), chosen.precision)
    row(text, "ms", [time / batch for time in times_for(step, seconds=1, at_least=3, before=1)])


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
    """The second epoch of the notebook's own code, including its evaluation; `None` where it cannot run."""
    found = mnist()
    if found is None:
        return None
    try:
        from PIL import Image
        from torchvision import transforms
    except ImportError as error:
        print(f"no epoch: {error}", file=sys.stderr)
        return None
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
    model = NETS["chapter2"]()
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


def add_options(parser):
    parser.add_argument("--precision", choices=["f32", "bf16"], default="f32")
    parser.add_argument("--sweep-step")


if __name__ == "__main__":
    chosen = options(__doc__, add_options)
    torch.set_num_threads(chosen.threads)
    if chosen.sweep_step:
        sys.exit(sweep_step(chosen.sweep_step))
    if chosen.only in (None, "epoch") and chosen.precision == "f32":
        seconds = epoch_time()
        if seconds is not None:
            row("epoch", "s", [seconds])
    measure(chosen, make_step)
