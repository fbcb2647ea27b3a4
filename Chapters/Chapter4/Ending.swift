import Notebook

/// How the chapter ends.
let ending = Ending(
  summary: [
    "ResNet-18 is a stem, four stages of two residual blocks and a head: eighteen layers with weights on the longest path.",
    "In training mode what the net makes of an image depends on the others in the batch, in evaluation mode it does not.",
    "Adam moves each parameter by about the learning rate, however small its gradients are, if they agree.",
  ],
  questions: [
    Question(
      "Which share of the parameters is in the last stage, which sees the fewest pixels?",
      answer:
        "75 %: in the table of `swift run chapter4 --quick`, 8,393,728 of 11,178,378. A kernel is stored once and used at every pixel."
    ),
    Question(
      "One parameter's gradient is always 1, another's always 0.01. How far has Adam moved each in twenty steps?",
      answer:
        "Both by 20 learning rates: `swift run chapter4 --quick`, under *Adam*. The ratio of the two averages does not depend on the size of the gradient."
    ),
    Question(
      "Without bias correction, is Adam's first step too short or too long?",
      answer:
        "Too long, 3.16 learning rates: `swift run chapter4 --quick`, under *Adam*. Both averages are too small, but the root of 0.001 is smaller by less than 0.1 is."
    ),
  ],
  changes: [
    Change(
      "In `Net/Stage.swift`, give the first block the stride 1 in any case.",
      outcome:
        "The checks say what fails: a stage that doubles the channels no longer halves the pixels, so 24 × 24 are left behind the last stage instead of 3 × 3, and an image costs 6,434 million multiply-adds instead of 318.7."
    ),
    Change(
      "In `Parts/AdamByHand.swift`, let the second gradient be 10⁻⁹ instead of 0.01.",
      outcome:
        "It moves 1.82 learning rates in twenty steps instead of 20, as `swift run chapter4 --quick` prints: the root of its average square, 10⁻⁹, is now smaller than ε = 10⁻⁸, which was meant only against a division by zero. The check that it moves as far as the first fails."
    ),
  ],
  reading: [
    "He et al. 2015, *Deep residual learning*, section 4.1 and table 1",
    "Kingma and Ba 2015, *Adam*, sections 2 and 3, on the bias correction",
    "Xiao et al. 2017, *Fashion-MNIST*, section 2",
  ])
