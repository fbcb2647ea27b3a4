import Notebook

/// How the chapter ends.
let ending = Ending(
  summary: [
    "What stands in the branch, how it begins and how it is trained was changed again and again since 2015, and the sum was kept; where it was replaced, by channels side by side or by a choice, the gradient still has a direct way back.",
    "In a Transformer, a norm behind each sum keeps the last block's gradient large at any depth and makes all positions alike, so that it does not bear a high rate from the first step; a norm before each branch does.",
    "Several streams that are mixed freely multiply like layers without shortcuts; a mixing matrix whose rows and columns add up to 1 keeps their mean as a shortcut keeps its input.",
  ],
  questions: [
    Question(
      "A hundred convolutions in a row, each with norm and ReLU: how much larger is the gradient at the first than at the last? And in a dense block of a hundred?",
      answer:
        "23 to 29 million times in a row, 1.3 to 1.7 times in the dense block, from seeds 1 to 3: `swift run chapter7`, under *Concatenated, not added*."
    ),
    Question(
      "Twelve blocks of a Transformer learn for 80 steps at a high rate, without a warm-up. Which is ahead, pre-norm or post-norm, and by how much?",
      answer:
        "Pre-norm, with 64 to 66 % of the test pictures against 35 to 47 %, from seeds 1 to 3: `swift run chapter7`, under *Without a warm-up*. With a warm-up of 30 steps post-norm comes to 46 to 52 %."
    ),
    Question(
      "Sixty matrices are multiplied, each the identity plus numbers of deviation 0.3. What is the median gain of the product? And if each is made doubly stochastic?",
      answer:
        "About 940, with a quarter below 190 and a quarter above 2,800, from a hundred seeds; and 1 but for rounding: `swift run chapter7`, under *Several streams*."
    ),
  ],
  changes: [
    Change(
      "In `Parts/Streams.swift`, let the deviation of the numbers in `gains` be 0.1 instead of 0.3.",
      outcome:
        "The median gains after 10, 30 and 60 layers are 2.5, 4.0 and 6.1 from twenty seeds (`swift run chapter7 --quick`), instead of 9.3, 61 and 1298; the three checks of free mixing fail. A third of the deviation has a ninth of the growth in the exponent."
    ),
    Change(
      "In `Parts/Concatenated.swift`, let the layers in a row be `[ReLU(), conv]`, without the norm.",
      outcome:
        "A hundred of them multiply the gradient 1,239 to 2,590 times from seeds 1 to 3 (`swift run chapter7 --quick`), instead of 23 to 29 million times: most of the growth comes from the norms. The check of the growth fails, and the dense block stays at 1.3 to 1.7."
    ),
  ],
  reading: [
    "Huang et al. 2016, *Densely connected convolutional networks*, section 3",
    "Xiong et al. 2020, *On layer normalization in the Transformer architecture*, section 3, with its theorem on the last layer",
    "Xie et al. 2025, *mHC: manifold-constrained hyper-connections*, sections 3 and 4",
    "Wightman et al. 2021, *ResNet strikes back*, table 2, on what a training does",
  ])
