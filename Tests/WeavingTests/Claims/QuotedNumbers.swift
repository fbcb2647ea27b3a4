/// Numbers in the prose of chapters that no program of this repository computes, with their sources.
///
/// Published values that a chapter prints stand in its `Published.swift`, and need no line here.
let quotedNumbers: [Int: [(number: String, source: String)]] = [
  1: [
    ("1.4 · 10⁻⁴⁵", "the smallest positive number of IEEE 754's single precision, 2⁻¹⁴⁹"),
    ("784", "28 × 28 pixels"),
  ],
  2: [
    ("2.303", "the natural logarithm of ten"),
    ("256", "a batch size in a question, whose answer names the run"),
  ],
  3: [
    ("25.03", "He et al. 2015, table 3: plain shortcuts with zeros, A"),
    ("24.52", "He et al. 2015, table 3: B"), ("24.19 %", "He et al. 2015, table 3: C"),
    ("6.61", "He et al. 2016, table 1: identity shortcuts"),
    ("12.22 %", "He et al. 2016, table 1: 1 × 1 convolutions"), ("432", "4 × 3 × 6 × 6 numbers"),
    ("110", "He et al. 2016, table 1: the depth of these nets"),
  ],
  5: [
    ("60,000", "the training pictures of Fashion-MNIST"),
    ("64,000", "He et al. 2015, section 4.2: iterations on CIFAR-10"),
    (
      "1.4 · 10⁻¹³",
      "a hundred such blocks in PyTorch, shortcuts alone, the greatest of three seeds"
    ),
    ("1.4 · 10⁻⁴", "the same, branches alone"),
  ],
]
