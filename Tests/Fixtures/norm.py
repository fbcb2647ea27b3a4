"""Batch norm in training mode on three batches, its running statistics, and then evaluation mode."""

import torch

from fixture import Fixture


def norm():
    torch.manual_seed(2)
    fixture = Fixture("norm")
    for shape, epsilon, momentum in [
        ((4, 3, 5, 6), 1e-5, 0.1),
        ((2, 17, 1, 1), 1e-3, 0.1),
        ((1, 1, 2, 3), 1e-5, 0.25),
    ]:
        layer = torch.nn.BatchNorm2d(shape[1], eps=epsilon, momentum=momentum)
        torch.nn.init.normal_(layer.weight)
        torch.nn.init.normal_(layer.bias)
        tensors = {"weight": layer.weight, "bias": layer.bias}
        for batch in ["1", "2", "3"]:
            x = 2 * torch.randn(shape) + 3
            tensors["x" + batch], tensors["y" + batch] = x, layer(x)
            tensors["mean" + batch] = layer.running_mean.clone()
            tensors["variance" + batch] = layer.running_var.clone()
        layer.eval()
        x = torch.randn(shape).requires_grad_()
        y = layer(x)
        dy = torch.randn(shape)
        y.backward(dy)
        tensors |= {"x": x, "y": y, "dy": dy, "dx": x.grad}
        tensors |= {"dweight": layer.weight.grad, "dbias": layer.bias.grad}
        fixture.add("norm", tensors, epsilon=epsilon, momentum=momentum)
    fixture.write()
