"""The training steps that `swift run -c release bench` measures, in JAX: the same rows, as JSON, one per line.

    python3 -m venv .venv && .venv/bin/pip install jax
    swift run -c release bench --peer .venv/bin/python        # beside ours and PyTorch's, in turns
    .venv/bin/python Tests/Peers/jax_peer.py                  # JAX alone

The nets and optimizers are those of pytorch.py, with images as `[N, H, W, C]`. A whole step (forward, loss, backward,
optimizer) is one function, compiled by `jax.jit`, which may reuse the memory of the state that it replaces.
"""
import os
import sys

sys.dont_write_bytecode = True
from measuring import measure, options

if __name__ == "__main__":
    chosen = options(__doc__)
    # XLA takes as many threads as the process may use cores; it has no other setting that counts for all.
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:chosen.threads])
    os.environ["JAX_PLATFORMS"] = "cpu"

from functools import partial

import jax
import jax.numpy as jnp

from jax_nets import NETS, Layers


def sgd(rate, momentum=0.0):
    def update(parameters, gradients, state):
        if momentum:
            state = gradients = jax.tree.map(lambda v, g: momentum * v + g, state, gradients)
        return jax.tree.map(lambda p, g: p - rate * g, parameters, gradients), state
    return (lambda parameters: jax.tree.map(jnp.zeros_like, parameters) if momentum else ()), update


def adam(rate, first=0.9, second=0.999):
    def update(parameters, gradients, state):
        means, squares, count = state
        count += 1
        means = jax.tree.map(lambda m, g: first * m + (1 - first) * g, means, gradients)
        squares = jax.tree.map(lambda v, g: second * v + (1 - second) * g * g, squares, gradients)
        scale, root = rate / (1 - first ** count), (1 - second ** count) ** 0.5
        moved = jax.tree.map(lambda p, m, v: p - scale * m / (jnp.sqrt(v) / root + 1e-8), parameters, means, squares)
        return moved, (means, squares, count)
    return (lambda parameters: (*(jax.tree.map(jnp.zeros_like, parameters) for _ in range(2)), 0.0)), update


OPTIMIZERS = {"step": sgd(0.01, momentum=0.5), "resnet18": adam(0.001), "preactivation": sgd(0.1)}


def make_step(name, batch, size):
    net, (begin, update) = NETS[name], OPTIMIZERS[name]
    images = jax.random.normal(jax.random.key(0), (batch, size, size, 1))
    labels = jnp.arange(batch) % 10
    first = Layers(key=jax.random.key(1))
    net(first, images[:1])
    count = sum(leaf.size for leaf in jax.tree.leaves(first.parameters))

    def loss_of(parameters, statistics, images, labels):
        layers = Layers(parameters, statistics)
        scores = jax.nn.log_softmax(net(layers, images))
        return -jnp.take_along_axis(scores, labels[:, None], 1).mean(), layers.moved

    @partial(jax.jit, donate_argnums=0)
    def train(state, images, labels):
        parameters, statistics, optimizer = state
        (loss, statistics), gradients = jax.value_and_grad(loss_of, has_aux=True)(parameters, statistics, images, labels)
        parameters, optimizer = update(parameters, gradients, optimizer)
        return (parameters, statistics, optimizer), loss

    state = (first.parameters, first.statistics, begin(first.parameters))

    def step():
        nonlocal state
        state, loss = train(state, images, labels)
        jax.block_until_ready((state, loss))

    return count, step


if __name__ == "__main__":
    measure(chosen, make_step)
