import Notebook

/// What papers report, to stand beside what this machine prints.
enum Published {
  /// Papers that kept the sum: what was changed, and a number before and after.
  ///
  /// Stochastic depth: Huang et al. 2016, abstract; before: He et al. 2015, table 6. ResNeXt: Xie et al. 2016,
  /// table 3. SE: Hu et al. 2017, table 2. Fixup: Zhang et al. 2019, abstract. ReZero: Bachlechner et al. 2020, abstract.
  /// ResNet strikes back: Wightman et al. 2021, abstract. ConvNeXt: Liu et al. 2022, figure 2.
  private static let changes:
    [(year: Int, what: String, change: String, of: String, before: String, after: String)] = [
      (
        2016, "stochastic depth", "blocks left out at random in training",
        "error of 1202 layers, CIFAR-10, %", "7.93", "4.91"
      ),
      (
        2016, "ResNeXt-50", "a branch of 32 narrow ones", "top-1 error, ImageNet, %", "23.9",
        "22.2"
      ),
      (
        2017, "SE-ResNet-50", "a factor for each channel", "top-1 error, ImageNet, %", "24.80",
        "23.29"
      ),
      (
        2019, "Fixup", "no norms; branches begin small", "layers that learn without norms", "",
        "10,000"
      ),
      (
        2020, "ReZero", "x + α F(x), α begins at 0", "convergence of a Transformer, enwik8", "",
        "56 % faster"
      ),
      (
        2021, "ResNet-50 strikes back", "nothing but the training", "top-1 accuracy, ImageNet, %",
        "76.1", "80.4"
      ),
      (
        2022, "ConvNeXt", "training, then the branch: 7 × 7 windows, fewer norms",
        "top-1 accuracy, ImageNet, %", "76.1", "82.0"
      ),
    ]

  static var table: Table {
    var table = Table("year", "what", "what was changed", "measure", "before", "after")
    for one in changes {
      table.add(one.year, one.what, one.change, one.of, one.before, one.after)
    }
    return table
  }
}
