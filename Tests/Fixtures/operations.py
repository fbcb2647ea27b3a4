"""Every operation: inputs, result, a gradient `dy` of the result, and the gradients of the inputs."""

import torch
import torch.nn.functional as F

from fixture import Fixture


def operations():
    torch.manual_seed(1)
    fixture = Fixture("operations")

    def case(operation, f, inputs, labels=None, given={}, **settings):
        for tensor in inputs.values():
            tensor.requires_grad_()
        y = f(*inputs.values())
        dy = torch.randn_like(y)
        y.backward(dy)
        gradients = {f"d{name}": tensor.grad for name, tensor in inputs.items()}
        tensors = {**inputs, **given, "y": y, "dy": dy, **gradients}
        fixture.add(operation, tensors, labels, **settings)

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

    for x, size, stride, padding in [
        ((1, 1, 2, 2), 2, 2, 0),
        ((2, 3, 7, 6), 2, 2, 0),
        ((1, 17, 7, 7), 3, 2, 1),
        ((1, 3, 9, 9), 2, 4, 0),
        ((1, 5, 5, 5), 4, 1, 2),
    ]:
        settings = {"kernelSize": size, "stride": stride, "padding": padding}
        pool = lambda x: F.avg_pool2d(x, size, stride, padding)
        case("averagePool2D", pool, {"x": torch.randn(x)}, **settings)
    for x in [(1, 1, 1, 1), (2, 3, 7, 6), (2, 33, 3, 2)]:
        case("globalAveragePool2D", lambda x: F.adaptive_avg_pool2d(x, 1), {"x": torch.randn(x)})
    for x, channels in [((1, 1, 1, 1), 2), ((2, 3, 4, 5), 3), ((2, 17, 2, 3), 35)]:
        pad = lambda x: F.pad(x, (0, 0, 0, 0, 0, channels - x.shape[1]))
        case("padChannels", pad, {"x": torch.randn(x)}, channels=channels)

    for x, spread, middle in [
        ((5, 1, 1, 1), 1, 0),
        ((1, 3, 3, 5), 1, 0),
        ((3, 17, 3, 4), 2, 3),
        ((2, 33, 2, 3), 0.5, -100),
    ]:
        for learning, relu in [(1, 0), (1, 1), (0, 0), (0, 1)]:
            inputs = {"x": spread * torch.randn(x) + middle}
            inputs |= {"weight": torch.randn(x[1]), "bias": torch.randn(x[1])}
            known = {"mean": middle + torch.randn(x[1]), "variance": 0.1 + torch.rand(x[1])}
            given = {} if learning else known

            def norm(x, weight, bias):
                y = F.batch_norm(x, *(given.values() or [None, None]), weight, bias, bool(learning))
                return F.relu(y) if relu else y

            case("batchNorm2D", norm, inputs, given=given, relu=relu)

    for shape in [(1,), (3, 5), (2, 3, 4, 5)]:
        case("subtract", torch.sub, {"x": torch.randn(shape), "b": torch.randn(shape)})
        case("divide", torch.div, {"x": torch.randn(shape), "b": 0.5 + torch.rand(shape)})
        case("exp", torch.exp, {"x": 2 * torch.randn(shape)})
        case("log", torch.log, {"x": 0.1 + torch.rand(shape)})
        case("squareRoot", torch.sqrt, {"x": 0.1 + torch.rand(shape)})
    for n, classes, spread in [(1, 1, 1), (7, 3, 3), (4, 10, 10)]:
        case("softmax", lambda x: F.softmax(x, 1), {"x": spread * torch.randn(n, classes)})
    # Ours takes a vector for the channels, PyTorch for the last axis.
    per_channel = lambda x, b: x.view(1, -1, 1, 1) * b if x.dim() == 1 else x * b
    for shape in [(), (3,), (1, 3, 1, 1), (2, 1, 4, 1)]:
        case("broadcast", per_channel, {"x": torch.randn(shape), "b": torch.randn(2, 3, 4, 5)})
    for kind, f in [("sum", torch.sum), ("mean", torch.mean)]:
        case(kind, lambda x: f(x, (0, 2, 3), keepdim=True), {"x": torch.randn(2, 17, 4, 5)}, perChannel=1)

    # Operations added later stand here, so that the numbers of those above stay as they were.
    for x, weight, groups, stride, padding in [
        ((1, 2, 3, 3), (2, 1, 1, 1), 2, 1, 0),
        ((2, 4, 7, 6), (6, 2, 3, 3), 2, 2, 1),
        ((1, 33, 5, 5), (33, 1, 3, 3), 33, 1, 1),
        ((1, 16, 4, 4), (32, 4, 3, 3), 4, 1, 1),
    ]:
        for bias in [True, False]:
            inputs = {"x": torch.randn(x), "weight": torch.randn(weight)}
            if bias:
                inputs["bias"] = torch.randn(weight[0])
            slide = {"stride": stride, "padding": padding, "groups": groups}
            case("conv2D", lambda x, w, b=None: F.conv2d(x, w, b, **slide), inputs, **slide)
    for n, i, o in [((1,), 1, 1), ((3,), 5, 2), ((2, 4), 7, 3)]:
        inputs = {"x": torch.randn(*n, 6, i), "b": torch.randn(*n, i, o)}
        case("matMul", torch.matmul, inputs)
    for shape in [(1,), (3, 5), (2, 3, 4, 5)]:
        case("gelu", F.gelu, {"x": 3 * torch.randn(shape)})
    for shape, spread, middle in [((1, 3), 1, 0), ((7, 5), 2, 3), ((2, 3, 16), 0.5, -10), ((4, 64), 1, 0)]:
        inputs = {"x": spread * torch.randn(shape) + middle}
        inputs |= {"weight": torch.randn(shape[-1]), "bias": torch.randn(shape[-1])}
        case("layerNorm", lambda x, w, b: F.layer_norm(x, x.shape[-1:], w, b), inputs)
    case("softmax", lambda x: F.softmax(x, -1), {"x": 2 * torch.randn(2, 3, 4, 5)})
    for own, other, axis in [((1,), (2,), 0), ((2, 3), (2, 1), 1), ((2, 17, 3, 4), (2, 16, 3, 4), 1), ((2, 3, 4), (2, 3, 1), 2)]:
        both = {"x": torch.randn(own), "b": torch.randn(other)}
        case("concatenate", lambda x, b: torch.cat([x, b], axis), both, axis=axis)
    for shape, axis, start, end in [((3,), 0, 1, 3), ((2, 20, 3, 4), 1, 3, 19), ((2, 3, 4), 2, 0, 1)]:
        part = lambda x: x.narrow(axis, start, end - start)
        case("slice", part, {"x": torch.randn(shape)}, axis=axis, start=start, end=end)
    for shape, axis, other in [((3, 5), 0, 1), ((2, 3, 4, 5), 1, 2), ((2, 3, 4, 5), 3, 1), ((2, 3), 1, 1)]:
        swap = lambda x: x.transpose(axis, other)
        case("transpose", swap, {"x": torch.randn(shape)}, axis=axis, other=other)
    fixture.write()
