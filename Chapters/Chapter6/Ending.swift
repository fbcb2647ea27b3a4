import Notebook

/// How this chapter ends; questions and changes were tried from the seeds that they name.
let ending = Ending(
  summary: [
    "Of a trained residual net of 54 layers most blocks can be deleted, one at a time, and few pictures more are "
      + "predicted wrongly; of a plain net no block can.",
    "Its gradient comes back along paths with few branches, although most paths have many, since every "
      + "branch on a path makes it smaller.",
    "Norms make each branch a small part of what it is added to, so a deep net begins as a shallow one, and gradients "
      + "of neighboring inputs have something in common.",
  ],
  questions: [
    Question(
      "Of the 2²⁶ paths through 26 blocks most have about 13 branches. How many has a path on the mean, if each is "
        + "weighted by the gradient that comes along it?",
      answer:
        "Six or seven: 7.2 from seed 1, and 6.1 to 7.2 from the three recorded seeds (`swift run chapter6`, the second table of "
        + "*Paths*). Weighted by the sum over all paths of a length it is about five."),
    Question(
      "Eight of the 26 blocks are deleted at random. Is the net still better than a guess, which is wrong nine times of "
        + "ten?",
      answer:
        "Yes: `swift run chapter6` prints 66 % from seed 1, and 48 to 80 % are recorded from seeds 1 to 3, under *Several "
        + "at once*. Without 20 of them it guesses: 89 to 91 %."),
    Question(
      "The variance of the branch, divided by that of the shortcut, is about 1 at the first of 64 blocks with norms. "
        + "What is it at the fourth, and at the last? And without norms?",
      answer:
        "A quarter and a 64th: 0.21 to 0.29 and 0.012 to 0.020 over seeds 1 to 15 (`swift run chapter6`, which takes five). "
        + "Without norms it is of about the same size everywhere, from 0.2 to 3.5 at blocks 32 and 64."
    ),
  ],
  changes: [
    Change(
      "In Parts/SmallBranches.swift, let the branch be `0.5 * conv()(…)`.",
      outcome:
        "With norms it begins at a quarter, 0.20 to 0.33 at the first block, but at block 64 it is 0.011 to 0.019, as "
        + "before: what counts there is how many branches the shortcut has collected. Without norms each block adds a quarter "
        + "instead of doubling, and the variance at block 64 is 5 · 10³ to 7 · 10⁵ and not 10¹² or more (`swift run chapter6 "
        + "--quick`, seeds 1 to 6). Two checks fail."),
    Change(
      "In DepthTables.swift, let the larger σ be 1 instead of 2.",
      outcome:
        "The plain net's gradient neither vanishes nor explodes: it falls from 45 to about 3, with 0.62 to 0.76 of the "
        + "logarithm in the first quarter, so its line bends as well (`swift run chapter6 --quick`, seeds 1 to 6). That is the "
        + "edge of chaos of the paper's title. A shortcut needs no such exact weights. One check fails."
    ),
  ],
  reading: [
    "Veit et al. 2016, [*Residual networks behave like ensembles of relatively shallow "
      + "networks*](https://arxiv.org/abs/1605.06431), sections 4 and 5.",
    "De and Smith 2020, [*Batch normalization biases residual blocks towards the identity function in deep "
      + "networks*](https://arxiv.org/abs/2002.10444).",
    "Balduzzi et al. 2017, *The shattered gradients problem: if resnets are the answer, then what is the question?*; "
      + "Yang and Schoenholz 2017, *Mean field residual networks: on the edge of chaos*.",
    "Jastrzębski et al. 2018, *Residual connections encourage iterative inference*.",
    "Li et al. 2018, *Visualizing the loss landscape of neural nets*: one more picture of why, which this chapter does "
      + "not repeat.",
  ])
