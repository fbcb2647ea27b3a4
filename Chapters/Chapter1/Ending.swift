import Notebook

/// How this chapter ends; questions and changes were tried from seeds 1 to 3, unless they say otherwise.
let ending = Ending(
  summary: [
    "A gradient goes back through a plain net as a product of derivatives and weights, and through thirty "
      + "layers of a sigmoid about 10⁻²⁴ of it is left.",
    "A shortcut adds 1 to each factor, so the product becomes a sum over all paths, and that of the "
      + "shortcuts alone arrives undiminished.",
    "Norms and larger first weights keep gradients from vanishing, too, and still a deep plain net "
      + "learns worse than a shallow one: that degradation is what residual nets were made for.",
  ],
  questions: [
    Question(
      "Thirty plain layers with a sigmoid are shown photographs of clothes instead of digits. Is the first "
        + "layer's gradient, as a share of the last one's, much larger?",
      answer:
        "No: from seeds 1 to 3 `swift run chapter1 --quick --dataset fashion-mnist` prints 1.4, 2.1 and "
        + "1.5 · 10⁻²⁴, and with digits it is 1.4, 1.9 and 1.3 · 10⁻²⁴. What the gradient is multiplied by are the layers' derivatives and weights, not the "
        + "pictures."),
    Question(
      "With batches of 32 instead of 128 the nets of the last sections take four times as many steps in "
        + "an epoch. Is plain 22 then still worse than residual 22 after one epoch?",
      answer:
        "Yes: with `swift run chapter1 --quick --batch-size 32` the losses of the epoch are 1.25 to 1.31 "
        + "and 0.97 to 1.05 from seeds 1 to 3, instead of 1.66 to 1.77 and 1.13 to 1.29. More steps help both, and "
        + "the gap stays."),
    Question(
      "Does another seed save a plain net of thirty layers?",
      answer:
        "No: `swift run chapter1` trains each from five seeds, and from 23 seeds the test accuracies were 0.09 to "
        + "0.12, or 0 where the loss is no number. One in ten is a guess."),
  ],
  changes: [
    Change(
      "In Net/HiddenLayer.swift, return `0.5 * x + branch(x)` if the layer is residual: half a shortcut.",
      outcome:
        "The path of the shortcuts alone is now worth 2⁻²⁸. With a sigmoid the first layer's gradient : the last "
        + "one's falls from 0.02 to 4 · 10⁻⁹, all residual nets guess (0.117 from seeds 1 to 3 with `--quick`), "
        + "and the chapter's checks fail."),
    Change(
      "In Model.swift, let the hidden layers of `tenth` begin with a `scale` of 0.3 instead of 0.1.",
      outcome:
        "It still learns: with `--quick` 0.916, 0.917 and 0.894 of the test pictures from seeds 1 to 3, where a "
        + "tenth gives 0.904 to 0.929. At 1, the usual weights, the loss becomes no number."),
  ],
  reading: [
    "He et al. 2015, [*Deep residual learning for image recognition*](https://arxiv.org/abs/1512.03385), "
      + "sections 1 and 4.1: degradation, and why it is not vanishing gradients.",
    "Glorot and Bengio 2010, *Understanding the difficulty of training deep feedforward neural networks*, "
      + "section 4; He et al. 2015, [*Delving deep into rectifiers*](https://arxiv.org/abs/1502.01852), "
      + "section 2.2: how weights should begin.",
    "Veit et al. 2016, [*Residual networks behave like ensembles of relatively shallow "
      + "networks*](https://arxiv.org/abs/1605.06431), sections 3 and 5: paths.",
    "Yang et al. 2019, [*A mean field theory of batch normalization*](https://arxiv.org/abs/1902.08129), "
      + "section 1: norms and growing gradients.",
  ])
