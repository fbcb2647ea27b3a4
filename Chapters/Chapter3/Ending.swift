import Notebook

/// How the chapter ends.
let ending = Ending(
  summary: [
    "Where a block changes the shape, a 1 × 1 convolution on the shortcut changes it there, too.",
    "A batch norm gives each channel a mean and a deviation of its own, whatever comes in, and takes out of the gradient what would change either.",
    "Branch and shortcut each contribute to the gradient of a block's input; the two are nearly orthogonal, so their squares add up.",
  ],
  questions: [
    Question(
      "By the shortcut comes a gradient of norm 15, by the branch another of norm 15. Which norm do they have together?",
      answer:
        "About 21: `swift run chapter3` prints 20.5 for seed 1, and seeds 1 to 12 give 20.0 to 22.3. They are nearly orthogonal, so it is √(15² + 15²)."
    ),
    Question(
      "Each bias of a convolution before a norm grows by 100. What happens to the output of the norm?",
      answer:
        "Nothing: `swift run chapter3` finds outputs that are apart by 0.000003. The norm takes the mean away, and the bias with it."
    ),
    Question(
      "The input of a norm is divided by ten. What happens to the gradient of that input?",
      answer:
        "It becomes ten times as large, to 0.0006: `swift run chapter3`, under *Its gradient*. The output is the same, so a change of the input by the same amount matters ten times as much."
    ),
  ],
  changes: [
    Change(
      "In `Parts/NestedSpaces.swift`, let `steps` be −2, −1, 0, 1 and 2.",
      outcome:
        "Two plain layers can still compute only 5 of the 25 functions of one, two residual ones all 25. But one plain layer now keeps the inputs 1.93 apart and two 1.92: with larger weights a plain layer comes near the identity. The two checks of 1.52 and 1.28 fail."
    ),
    Change(
      "In `Parts/RunningStatistics.swift`, make the first norm `BatchNorm2D(1, momentum: 0.01)`.",
      outcome:
        "After 60 batches the running mean is 2.26 and not 4.97: 1 − 0.99⁶⁰ of its way to 5. The check against the lines by hand fails."
    ),
  ],
  reading: [
    "Zhang et al., *Dive into Deep Learning*, section 8.6.1, which draws nested spaces as ovals",
    "Ioffe and Szegedy 2015, *Batch normalization*, section 3 and algorithm 1",
    "He et al. 2015, *Deep residual learning*, sections 3.1 to 3.3 and 4.1",
    "Goyal et al. 2017, *Accurate, large minibatch SGD*, section 5.1, on γ = 0",
  ])
