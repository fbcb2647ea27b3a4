import Notebook

/// How the chapter ends.
let ending = Ending(
  summary: [
    "In ten epochs of a net with six blocks, the order of norm and convolution is within the noise; in 54 blocks it decides whether 17 or 77 % of the test pictures are predicted wrongly.",
    "A gradient comes back along 2¹⁰⁰ paths, so it can grow although it decays along the shortcuts alone and along the branches alone.",
    "Running statistics lag behind the weights, so an accuracy that was measured with them may say more about the last ten batches than about the net.",
  ],
  questions: [
    Question(
      "With a norm behind each sum, the gradient decays along the shortcuts alone, to 10⁻¹³ and less, and along the branches alone, to 5 · 10⁻⁵ and less. What does it do along both?",
      answer:
        "It grows, 3 to 33 million times over seeds 1 to 6: `swift run chapter5`, under *A hundred blocks*. Per block the squares of the two factors add up to more than 1."
    ),
    Question(
      "A 1 × 1 convolution on each shortcut multiplies the gradient by 1.3 per block. What does that make of 16 blocks, and of 54?",
      answer:
        "77 to 166, and 1.6 to 3.6 million, over seeds 1 to 6: `swift run chapter5`, under *What is on the shortcut*. On the identity it is 12 to 24, and 40 to 71."
    ),
    Question(
      "In ten epochs, which order has the lower loss, and which the better test accuracy?",
      answer:
        "conv-BN-ReLU has the lower loss in all ten epochs, and the best test accuracies are apart by 0.005: in the recorded results of `swift run chapter5`, from three seeds. In the notebook both are 0.917."
    ),
  ],
  changes: [
    Change(
      "In `Parts/HundredBlocks.swift`, let the first case be `block.afterSum(shortcut + 0.5 * branch)`.",
      outcome:
        "With BN after addition the gradient grows 77 to 383 times from seeds 1 to 3 (`swift run chapter5 --quick`), instead of 3 to 13 million times: 1.05 per block and not 1.17. In the other four it grows 22 to 66 times instead of 76 to 190. The rows with one path alone are as they were. Four checks or more fail, that of the growth among them."
    ),
    Change(
      "In the same file, let the depth be 102 instead of 202.",
      outcome:
        "With BN after addition the gradient grows 2,500 to 3,500 times along fifty blocks from seeds 1 to 3 (`swift run chapter5 --quick`), about the root of what it is along a hundred, 3 to 13 million, since the factor per block is the same, 1.17. In the other four it grows 21 to 73 times instead of 76 to 190: not by a factor per block. Two checks or more fail, that of the growth among them."
    ),
  ],
  reading: [
    "He et al. 2016, *Identity mappings in deep residual networks*, sections 2 to 4",
    "Veit et al. 2016, *Residual networks behave like ensembles of relatively shallow networks*, section 3, on the paths",
    "Yang et al. 2019, *A mean field theory of batch normalization*, on gradients that grow",
  ])
