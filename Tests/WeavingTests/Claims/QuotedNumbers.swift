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
  7: [
    ("4.3", "80.4 − 76.1, of the table"), ("1.7", "23.9 − 22.2, of the table"),
    ("1.5", "24.80 − 23.29, of the table"), ("404", "8 + 4 · 99 channels"),
    ("0.8", "Huang et al. 2016, table 2: DenseNet-BC, 100 layers, growth 12, in millions"),
    ("4.51 %", "the same: its error on CIFAR-10+"),
    ("10.2", "the same: ResNet-1001 with pre-activation, in millions"),
    ("4.62 %", "the same: its error"), ("1001", "the same: its layers"),
    ("92 %", "Ronneberger et al. 2015, table 2: PhC-U373"), ("77.5 %", "the same: DIC-HeLa"),
    ("83", "the same: the second best"), ("46", "the same: the second best"),
    ("8.45", "Xiong et al. 2020, section 3.2: IWSLT14 without a warm-up"),
    ("34", "the same, with a warm-up"),
    ("8.7", "a first study of this setting: median gain after 10 layers"),
    ("52", "the same, after 30"), ("606", "the same, after 60"),
    ("3,000", "Xie et al. 2025, section 3.1: the gain of hyper-connections"),
    ("27", "the same: billions of parameters"), ("1.6", "Xie et al. 2025, section 5.4: with mHC"),
    ("1.25", "Kimi Team 2026, abstract"),
  ],
]
