"""Makes the pictures in Tests/Fixtures/Images, and their pixels as Pillow and torchvision read them.

    python Tests/Peers/images.py

Needs numpy, torchvision, Pillow 13 or later, which resizes tall pictures in another order than older
versions, and cjpeg (Debian's libjpeg-turbo-progs). Writes small PNG and JPEG files of every kind, and
pictures.json: for each file its size, its pixels, its pixels after torchvision's Resize(14) and
CenterCrop(11), and, where EXIF asks for turning, its pixels after Pillow's exif_transpose.
"""
import base64
import io
import json
import pathlib
import struct
import subprocess
import zlib

import numpy
import PIL.Image
import PIL.ImageOps
import torchvision.transforms as transforms

folder = pathlib.Path(__file__).parents[1] / "Fixtures" / "Images"
random = numpy.random.default_rng(7)


def photograph(height, width):
    """Gradients, a disc and some noise."""
    y, x = numpy.mgrid[0:height, 0:width].astype(float)
    red, green = 255 * x / max(width - 1, 1), 255 * y / max(height - 1, 1)
    disc = 200.0 * (numpy.hypot(y - height / 3, x - width / 2) < min(height, width) / 4)
    pixels = numpy.stack([red, green, disc], -1) + random.normal(0, 12, (height, width, 3))
    return PIL.Image.fromarray(pixels.clip(0, 255).astype("uint8"))


def png(picture, **options):
    file = io.BytesIO()
    picture.save(file, "PNG", **options)
    return file.getvalue()


def jpeg(picture, **options):
    file = io.BytesIO()
    picture.save(file, "JPEG", **{"quality": 85, **options})
    return file.getvalue()


def chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def written(pixels, depth, color, before=b"", interlaced=False):
    """A PNG file of a kind that Pillow does not write; pixels are rows of bytes."""
    height, width = pixels.shape[0], pixels.shape[1] // {0: 1, 2: 3, 4: 2, 6: 4}[color] * 8 // depth
    head = struct.pack(">IIBBBBB", width, height, depth, color, 0, 0, int(interlaced))
    rows = b"".join(b"\0" + row.tobytes() for row in pixels)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + before
            + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b""))


def sampled(picture, factors):
    """A JPEG file whose components have these sampling factors, many of which Pillow does not write."""
    ppm = io.BytesIO()
    picture.save(ppm, "PPM")
    return subprocess.run(
        ["cjpeg", "-quality", "85", "-sample", factors], input=ppm.getvalue(), stdout=subprocess.PIPE,
        check=True).stdout


def noted(orientation, order):
    """EXIF data with nothing but an orientation, in the byte order that struct calls `<` or `>`."""
    mark = b"II*\0" if order == "<" else b"MM\0*"
    return b"Exif\0\0" + mark + struct.pack(
        order + "IHHHIHHI", 8, 1, 0x112, 3, 1, orientation, 0, 0)


def deepened(picture):
    """Rows of 16-bit numbers, whose higher bytes are the picture's; the lower ones are random."""
    high = numpy.asarray(picture).reshape(picture.height, -1)
    both = numpy.stack([high, random.integers(0, 256, high.shape).astype("uint8")], -1)
    return both.reshape(picture.height, -1)


def on_white(picture):
    picture = picture.convert("RGBA")
    white = PIL.Image.new("RGBA", picture.size, "white")
    return PIL.Image.alpha_composite(white, picture).convert("RGB")


def files():
    rgb = photograph(13, 19)
    clear = rgb.convert("RGBA")
    clear.putalpha(PIL.Image.fromarray(random.integers(0, 256, (13, 19)).astype("uint8")))
    gray = random.integers(0, 256, (12, 12)).astype("uint8")
    deep = numpy.repeat(random.integers(0, 256, (8, 9 * 3)).astype("uint8"), 2, 1)
    yield "rgb.png", png(rgb), None
    yield "portrait.png", png(photograph(29, 20)), None
    yield "tall.png", png(photograph(61, 9)), None
    yield "gray.png", png(rgb.convert("L")), None
    yield "black-and-white.png", png(rgb.convert("1")), None
    yield "palette.png", png(rgb.quantize(9)), None
    yield "transparent.png", png(clear), None
    yield "gray-transparent.png", png(clear.convert("LA")), None
    yield "palette-transparent.png", png(rgb.quantize(5), transparency=2), None
    # Each 16-bit number is one byte twice, so that every way of rounding to 8 bits gives that byte.
    yield "deep.png", written(deep, 16, 2), PIL.Image.fromarray(deep[:, ::2].reshape(8, 9, 3))
    yield "linear.png", written(gray, 8, 0, chunk(b"gAMA", struct.pack(">I", 100000))), None
    yield "rgb.jpg", jpeg(photograph(17, 23)), None
    yield "gray.jpg", jpeg(photograph(15, 20).convert("L")), None
    yield "full.jpg", jpeg(photograph(15, 20), subsampling=0), None
    yield "halved.jpg", jpeg(photograph(15, 20), subsampling=1), None
    yield "progressive.jpg", jpeg(photograph(20, 17), progressive=True), None
    yield "one.png", png(photograph(1, 1)), None
    for factors in ["3x1,1x1,1x1", "1x4,1x1,1x1", "4x2,1x1,1x1", "2x2,2x2,1x1", "2x1,1x2,1x1"]:
        yield f"sampled-{factors.replace(',', '_')}.jpg", sampled(photograph(13, 17), factors), None
    inks = jpeg(photograph(9, 9).convert("CMYK"))
    adobe = inks.index(b"\xff\xee")
    yield "inks.jpg", inks, None
    yield "inks-without-adobe.jpg", inks[:adobe] + inks[adobe + 16:], None
    # The last byte of Adobe's segment says whether the inks are stored as they are or as YCCK.
    yield "ycck.jpg", inks[:adobe + 15] + b"\2" + inks[adobe + 16:], None
    # Pillow takes the higher bytes of 16-bit numbers, but it makes gray ones without alpha white.
    color, gray = photograph(7, 9), photograph(7, 9).convert("L")
    yield "deep-color.png", written(deepened(color), 16, 2), None
    yield "deep-gray.png", written(deepened(gray), 16, 0), gray
    clear = color.convert("RGBA")
    clear.putalpha(gray)
    yield "deep-transparent.png", written(deepened(clear), 16, 6), None
    clear = PIL.Image.merge("LA", [gray, color.convert("L")])
    yield "deep-gray-transparent.png", written(deepened(clear), 16, 4), None
    # Only 0x1234 is transparent; 0x1235 has the same higher byte, and is not.
    rows = numpy.frombuffer(b"\x12\x34\x12\x35\xfe\x01", "uint8").reshape(1, 6)
    yield "deep-key.png", written(rows, 16, 0, chunk(b"tRNS", b"\x12\x34")), \
        PIL.Image.fromarray(numpy.array([[255, 0x12, 0xFE]], "uint8")).convert("RGB")
    for orientation in range(1, 9):
        exif = noted(orientation, "<>"[orientation % 2])
        yield f"turned-{orientation}.jpg", jpeg(photograph(5, 9), exif=exif), None
    yield "turned-6.png", png(photograph(2, 3), exif=noted(6, ">")), None


def text(pixels):
    return base64.b64encode(numpy.asarray(pixels).tobytes()).decode()


def main():
    folder.mkdir(parents=True, exist_ok=True)
    crop = transforms.Compose([transforms.Resize(14), transforms.CenterCrop(11)])
    entries = []
    for name, data, picture in files():
        (folder / name).write_bytes(data)
        opened = PIL.Image.open(io.BytesIO(data))
        if picture is None:
            clear = opened.mode in ("RGBA", "LA") or "transparency" in opened.info
            picture = on_white(opened) if clear else opened.convert("RGB")
        picture = picture.convert("RGB")
        entries.append({
            "name": name, "height": picture.height, "width": picture.width,
            "pixels": text(picture), "cropped": text(crop(picture)),
        })
        if "exif" in opened.info:
            entries[-1]["upright"] = text(PIL.ImageOps.exif_transpose(opened))
    lines = ",\n".join(json.dumps(entry) for entry in entries)
    (folder / "pictures.json").write_text(f"[\n{lines}\n]\n")


main()
