"""Five steps of Adam on two parameters, one of which has no gradient in some of them."""

import torch

from fixture import Fixture


def adam():
    torch.manual_seed(3)
    fixture = Fixture("adam")
    for rate, beta1, beta2, epsilon, weight_decay in [
        (1e-3, 0.9, 0.999, 1e-8, 0),
        (1e-3, 0.9, 0.999, 1e-8, 0.1),
        (0.5, 0.25, 0.5, 0.1, 0),
        (0.1, 0.0, 0.99, 1e-3, 0.5),
        (0.1, 0.8, 0.0, 1e-8, 0),
    ]:
        settings = {"learningRate": rate, "beta1": beta1, "beta2": beta2, "epsilon": epsilon}
        often, seldom = (torch.randn(shape).requires_grad_() for shape in [(3, 7), (2, 3, 3, 3)])
        tensors = {"often": often.clone(), "seldom": seldom.clone()}
        optimizer = torch.optim.Adam(
            [often, seldom], lr=rate, betas=(beta1, beta2), eps=epsilon, weight_decay=weight_decay)
        for step in range(5):
            # From large to tiny, to show where epsilon comes in.
            often.grad = torch.randn(3, 7) * torch.logspace(1, -9, 7)
            seldom.grad = torch.randn(2, 3, 3, 3) if step % 2 else None
            tensors |= {f"dOften{step}": often.grad.clone()}
            if seldom.grad is not None:
                tensors |= {f"dSeldom{step}": seldom.grad.clone()}
            optimizer.step()
            tensors |= {f"often{step}": often.clone(), f"seldom{step}": seldom.clone()}
        fixture.add("adam", tensors, weightDecay=weight_decay, **settings)
    fixture.write()
