/// What papers report, to stand beside what this machine prints.
enum Published {
  /// What was changed of the net of 2015, with one number of each paper before and after.
  static let changes:
    [(year: Int, name: String, change: String, before: String, after: String, of: String)] = [
      (
        2016, "stochastic depth", "blocks are left out at random in training", "7.93", "4.91",
        "error, CIFAR-10, 1202 layers"
      ),
      (
        2016, "ResNeXt-50", "a branch of 32 narrow ones", "23.9", "22.2", "top-1 error, ImageNet"
      ),
      (
        2017, "SE-ResNet-50", "a factor for each channel", "24.80", "23.29", "top-1 error, ImageNet"
      ),
      (
        2019, "Fixup", "no norms; branches begin small", "about 100", "10,000",
        "layers that learn without norms"
      ),
      (
        2020, "ReZero", "x + α F(x), and α begins at 0", "1", "0.64",
        "steps of a Transformer, enwik8"
      ),
      (
        2021, "ResNet strikes back", "only the training", "76.1", "80.4", "top-1 accuracy, ImageNet"
      ),
      (
        2022, "ConvNeXt", "training, patches, 7 × 7 windows, fewer norms", "76.1", "82.1",
        "top-1 accuracy, ImageNet"
      ),
    ]
}
