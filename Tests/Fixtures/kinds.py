"""Files of kinds that are recognized: the smallest that the usual libraries write (needs h5py and onnx, too)."""

import io
import warnings

import numpy
import torch
from PIL import Image, ImageDraw

from fixture import HERE


def kinds():
    folder = HERE / "Kinds"
    folder.mkdir(exist_ok=True)
    warnings.simplefilter("ignore")

    def path(name):
        return str(folder / name)

    net = torch.nn.Linear(2, 2)
    with torch.no_grad():
        for parameter in net.parameters():
            parameter.fill_(0.5)
    torch.save(net.state_dict(), path("torch.pth"))
    torch.save({"epoch": 3, "state_dict": net.state_dict()}, path("checkpoint.pth"))
    torch.save(net.state_dict(), path("torch-before-1.6.pth"), _use_new_zipfile_serialization=False)
    torch.jit.save(torch.jit.script(net), path("torch-jit.pt"))
    numpy.savez(path("numpy.npz"), a=numpy.zeros(3, numpy.float32))
    numpy.save(path("numpy.npy"), numpy.zeros(3, numpy.float32))

    picture = Image.new("RGB", (4, 3), (10, 200, 30))
    for ending in ["gif", "bmp", "tiff", "webp", "avif", "pdf", "jp2", "ico"]:
        picture.save(path(f"picture.{ending}"))

    import h5py
    import onnx

    with h5py.File(path("keras.h5"), "w", libver="latest") as file:
        file["kernel"] = numpy.zeros(3, numpy.float32)
    graph = onnx.helper.make_graph([onnx.helper.make_node("Relu", ["x"], ["y"])], "net", [], [])
    onnx.save(onnx.helper.make_model(graph, producer_name="pytorch"), path("net.onnx"))


if __name__ == "__main__":
    kinds()
