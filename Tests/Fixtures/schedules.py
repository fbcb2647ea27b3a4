"""The learning rates of thirty steps, as PyTorch's schedulers set them."""

import torch
from torch.optim.lr_scheduler import CosineAnnealingLR, LinearLR, SequentialLR, StepLR

from fixture import Fixture


def rates(rate, make_scheduler, steps=30):
    optimizer = torch.optim.SGD([torch.zeros(1).requires_grad_()], lr=rate)
    scheduler = make_scheduler(optimizer)
    found = []
    for _ in range(steps):
        found.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        scheduler.step()
    return {"rates": found}


def schedules():
    fixture = Fixture("schedules")
    for rate, every, factor in [(0.1, 7, 0.1), (0.5, 1, 0.9), (1.0, 30, 0.5)]:
        fixture.add(
            "step", rates(rate, lambda optimizer: StepLR(optimizer, every, factor)),
            learningRate=rate, every=every, factor=factor)
    # PyTorch's goes up again after `steps`; ours stays, so there is no more to compare then.
    for rate, minimum, steps in [(0.1, 0, 30), (0.5, 0.01, 29)]:
        fixture.add(
            "cosine",
            rates(rate, lambda optimizer: CosineAnnealingLR(optimizer, steps, minimum)),
            learningRate=rate, minimum=minimum, steps=steps)

    def warmed_up(start, warm_up, make_scheduler):
        return lambda optimizer: SequentialLR(
            optimizer, [LinearLR(optimizer, start, 1, warm_up), make_scheduler(optimizer)], [warm_up])

    for rate, start, warm_up in [(0.1, 0.1, 5), (0.4, 1 / 4, 11)]:
        for operation, settings, make_scheduler in [
            ("step", {"every": 4, "factor": 0.5}, lambda optimizer: StepLR(optimizer, 4, 0.5)),
            ("cosine", {"minimum": 0.01, "steps": 25},
             lambda optimizer: CosineAnnealingLR(optimizer, 25, 0.01)),
        ]:
            fixture.add(
                operation, rates(rate, warmed_up(start, warm_up, make_scheduler)),
                learningRate=rate, warmUpFrom=rate * start, warmUp=warm_up, **settings)
    fixture.write()
