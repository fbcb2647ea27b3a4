"""The nets of the three notebooks in JAX, for jax_peer.py: functions of their layers and of images `[N, H, W, C]`."""
import jax
import jax.numpy as jnp
from jax import lax
from jax.nn import relu


class Layers:
    """The layers of a net by name: parameters and running statistics are made where they are not given."""

    def __init__(self, parameters=None, statistics=None, key=None):
        self.parameters, self.statistics, self.key = parameters or {}, statistics or {}, key
        self.moved = {}

    def made(self, name, *shapes):
        if self.key is not None:
            fan = shapes[0][0] if len(shapes[0]) == 2 else shapes[0][0] * shapes[0][1] * shapes[0][2]
            self.key, key = jax.random.split(self.key)
            weight = jax.random.uniform(key, shapes[0], minval=-1, maxval=1) / fan ** 0.5
            self.parameters[name] = (weight, jnp.zeros(shapes[1]))
        return self.parameters[name]

    def conv(self, name, x, channels, side, stride=1, padding=0):
        weight, bias = self.made(name, (side, side, x.shape[3], channels), (channels,))
        return bias + lax.conv_general_dilated(
            x, weight, (stride, stride), [(padding, padding)] * 2, dimension_numbers=("NHWC", "HWIO", "NHWC"))

    def linear(self, name, x, classes):
        weight, bias = self.made(name, (x.shape[1], classes), (classes,))
        return x @ weight + bias

    def norm(self, name, x, momentum=0.1):
        channels = x.shape[3]
        if self.key is not None:
            self.parameters[name] = (jnp.ones(channels), jnp.zeros(channels))
            self.statistics[name] = (jnp.zeros(channels), jnp.ones(channels))
        (scale, shift), (old_mean, old_variance) = self.parameters[name], self.statistics[name]
        mean, variance = x.mean((0, 1, 2)), x.var((0, 1, 2))
        count = x.size // channels
        unbiased = variance * (count / (count - 1))
        self.moved[name] = (old_mean + momentum * (mean - old_mean), old_variance + momentum * (unbiased - old_variance))
        return (x - mean) * (scale * lax.rsqrt(variance + 1e-5)) + shift


def max_pool(x, side, stride, padding=0):
    return lax.reduce_window(x, -jnp.inf, lax.max, (1, side, side, 1), (1, stride, stride, 1),
                             [(0, 0), (padding, padding), (padding, padding), (0, 0)])


def chapter2(layers, x):
    for i, channels in [(1, 16), (2, 32)]:
        x = max_pool(relu(layers.conv(f"conv{i}", x, channels, 5)), 2, 2)
        y = relu(layers.conv(f"rblock{i}.conv1", x, channels, 3, padding=1))
        x = relu(x + layers.conv(f"rblock{i}.conv2", y, channels, 3, padding=1))
    return layers.linear("fc", x.reshape(len(x), -1), 10)


def residual(layers, name, x, channels, stride):
    y = relu(layers.norm(f"{name}.b1", layers.conv(f"{name}.conv1", x, channels, 3, stride, 1)))
    y = layers.norm(f"{name}.b2", layers.conv(f"{name}.conv2", y, channels, 3, 1, 1))
    return relu(y + (x if stride == 1 else layers.conv(f"{name}.conv3", x, channels, 1, stride)))


def preactivation(layers, name, x, channels, stride):
    y = layers.conv(f"{name}.conv1", relu(layers.norm(f"{name}.bn1", x)), channels, 3, stride, 1)
    y = layers.conv(f"{name}.conv2", relu(layers.norm(f"{name}.bn2", y)), channels, 3, 1, 1)
    return y + (x if stride == 1 else layers.conv(f"{name}.conv3", relu(x), channels, 1, stride))


def stages(block, widths):
    """A net of stages of two blocks each, behind a stem of 7 × 7 and a pool."""
    def net(layers, x):
        x = layers.conv("conv1", x, widths[0], 7, 2, 3)
        x = max_pool(relu(layers.norm("bn1", x)), 3, 2, 1)
        for i, channels in enumerate(widths):
            x = block(layers, f"stage{i}.0", x, channels, 1 if i == 0 else 2)
            x = block(layers, f"stage{i}.1", x, channels, 1)
        return layers.linear("fc", x.mean((1, 2)), 10)
    return net


NETS = {"step": chapter2, "resnet18": stages(residual, [64, 128, 256, 512]),
        "preactivation": stages(preactivation, [32, 64, 128])}
