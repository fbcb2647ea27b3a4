"""Compares `swift run classify` with torchvision: pictures of many kinds, nets with random weights.

    python Tests/Peers/classify.py

Needs torch, torchvision, safetensors and Pillow 13 or later. Exits with status 1 if a score differs from
torchvision's by more than 1e-4 of the largest score, or if resizing to 255 pixels instead of 256, the
control, differs by less than that.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

import numpy
import PIL.Image
import PIL.ImageDraw
import safetensors.torch
import torch
import torchvision.models as models

root = pathlib.Path(__file__).parents[2]
random = numpy.random.default_rng(3)


def photograph(height, width):
    """Gradients, shapes and some noise."""
    y, x = numpy.mgrid[0:height, 0:width]
    pixels = numpy.stack([255 * x / width, 255 * y / height, 255 - 200 * x / width], -1)
    picture = PIL.Image.fromarray(pixels.astype("uint8"))
    draw = PIL.ImageDraw.Draw(picture)
    for _ in range(12):
        left, top = random.integers(0, width), random.integers(0, height)
        box = [left, top, left + random.integers(5, width), top + random.integers(5, height)]
        color = tuple(int(c) for c in random.integers(0, 256, 3))
        (draw.ellipse if random.random() < 0.5 else draw.rectangle)(box, fill=color)
    noisy = numpy.asarray(picture) + random.normal(0, 10, (height, width, 3))
    return PIL.Image.fromarray(noisy.clip(0, 255).astype("uint8"))


def pictures(folder):
    """Files, and each as Pillow decodes it; transparent pixels are composited on white."""
    def save(name, picture, **options):
        picture.save(folder / name, **options)
        opened = PIL.Image.open(folder / name)
        if opened.mode == "RGBA":
            white = PIL.Image.new("RGBA", opened.size, "white")
            opened = PIL.Image.alpha_composite(white, opened)
        return folder / name, opened.convert("RGB")

    wide, tall, small = photograph(481, 643), photograph(777, 301), photograph(97, 61)
    yield save("wide.png", wide)
    yield save("wide.jpg", wide, quality=90)
    yield save("tall.png", tall)
    yield save("tall.jpg", tall, quality=75, progressive=True)
    yield save("small.png", small)
    yield save("small.jpg", small, quality=95, subsampling=0)
    yield save("gray.png", wide.convert("L"))
    yield save("gray.jpg", tall.convert("L"))
    yield save("palette.png", tall.quantize(64))
    clear = wide.convert("RGBA")
    clear.putalpha(PIL.Image.linear_gradient("L").resize(wide.size))
    yield save("clear.png", clear)


def net(depth, folder):
    """torchvision's net with random weights and random running statistics."""
    torch.manual_seed(depth)
    net = models.get_model(f"resnet{depth}", weights=None)
    with torch.no_grad():
        for name, buffer in net.named_buffers():
            if name.endswith("running_mean"):
                buffer.normal_(0, 0.1)
            if name.endswith("running_var"):
                buffer.uniform_(0.5, 1.5)
    file = folder / f"resnet{depth}.safetensors"
    safetensors.torch.save_file(net.state_dict(), file)
    return net.eval(), file


def ours(picture, weights):
    output = subprocess.run(
        ["swift", "run", "--skip-build", "--quiet", "classify", picture, "--weights", weights, "--json"],
        cwd=root, stdout=subprocess.PIPE, check=True).stdout
    return numpy.array(json.loads(output)["logits"])


def scores(peer, picture, **settings):
    transform = models.ResNet18_Weights.IMAGENET1K_V1.transforms(**settings)
    with torch.no_grad():
        return peer(transform(picture).unsqueeze(0))[0].numpy()


def distance(scores, wanted):
    return numpy.abs(scores - wanted).max() / numpy.abs(wanted).max()


def main():
    subprocess.run(["swift", "build", "--product", "classify"], cwd=root, check=True)
    worst, least = 0, numpy.inf
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        files = list(pictures(folder))
        for depth in (18, 34, 50, 101, 152):
            peer, weights = net(depth, folder)
            for file, picture in files if depth in (18, 50) else files[:2]:
                wanted = scores(peer, picture)
                error = distance(ours(file, weights), wanted)
                control = distance(scores(peer, picture, resize_size=255), wanted)
                print(f"ResNet-{depth:<3} {file.name:12} {error:.1e}, resized to 255: {control:.1e}")
                worst, least = max(worst, error), min(least, control)
    print(f"largest difference from torchvision: {worst:.1e} of the largest score")
    sys.exit(0 if worst <= 1e-4 < least else 1)


main()
