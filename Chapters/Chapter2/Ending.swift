import Notebook

/// How this chapter ends; questions and changes were tried from seeds 1 to 3, unless they say otherwise.
let ending = Ending(
  summary: [
    "A residual block returns x + F(x), so its branch learns only the residual, and has to keep height, "
      + "width and channels.",
    "With weights of zero the block passes on its input, which is where learning may begin, but with "
      + "PyTorch's first weights it adds a sixth to a third of the size of its input.",
    "A net of two such blocks learns the notebook's digits as well as the notebook's net, to about 99 % of the test pictures.",
  ],
  questions: [
    Question(
      "The net and its settings were made for digits. How many photographs of clothes, of 100, does it "
        + "recognize after one epoch?",
      answer:
        "About 82: from seeds 1 to 3 `swift run chapter2 --quick --dataset fashion-mnist` gives 82.7, 80.7 and "
        + "82.2 %, where it is 97.3 to 97.4 % of the digits."),
    Question(
      "With batches of 256 instead of 64 an epoch is a quarter as many steps. Is the net better or worse "
        + "after one?",
      answer:
        "Worse: 93.2 to 93.4 % from seeds 1 to 3 with `swift run chapter2 --quick --batch-size 256`, instead of "
        + "97.3 to 97.4 %. A quarter of the steps, and each is no longer than before."),
    Question(
      "How far do two seeds differ after one epoch: by ten test pictures of 10,000, or by a hundred?",
      answer:
        "By ten or twenty: `swift run chapter2 --quick` with `--seed 1`, 2 and 3 gives 9,743, 9,737 and 9,730 of "
        + "10,000; over five seeds they were 9,724 to 9,746."),
  ],
  changes: [
    Change(
      "In Net/ResidualBlock.swift, return `relu(0 * x + conv2(y))`: nothing of x arrives. Does such a "
        + "net still learn?",
      outcome:
        "It does, but less: 88.5, 89.6 and 86.9 % after the first epoch from seeds 1 to 3 (`--quick`), instead "
        + "of 97.3 to 97.4 %. Two plain blocks are not deep; but each begins by making its input a sixth to a "
        + "third as large. The checks about the shortcut fail, as they should."),
    Change(
      "In main.swift, give the optimizer of the training a momentum of 0.9 instead of 0.5.",
      outcome:
        "Each step goes five times as far in the long run, and after one epoch 98.5, 98.5 and 97.9 % are recognized "
        + "from seeds 1 to 3 (`--quick`), instead of 97.3 to 97.4 %. The check of the losses against the notebook's fails: they are "
        + "half of them."),
  ],
  reading: [
    "He et al. 2015, [*Deep residual learning for image recognition*](https://arxiv.org/abs/1512.03385), "
      + "sections 3.1 and 3.2: the residual, and the block.",
    "Goyal et al. 2017, [*Accurate, large minibatch SGD*](https://arxiv.org/abs/1706.02677), section "
      + "5.1: last weights of zero.",
    "Zhang et al., [*Dive into deep learning*](https://d2l.ai/chapter_convolutional-modern/resnet.html), "
      + "section 8.6.1: function classes, nested and not.",
  ])
