/// The two official sets, with sizes and sums taken from the files as their authors publish them.
extension OfficialSet {
  static let mnist = OfficialSet(
    title: "MNIST", folder: "MNIST", classNames: (0...9).map(String.init),
    trainingImages: (9_912_422, "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609"),
    trainingLabels: (28_881, "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c"),
    testImages: (1_648_877, "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6"),
    testLabels: (4_542, "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6"),
    mirrors: [
      "https://ossci-datasets.s3.amazonaws.com/mnist/",
      "https://storage.googleapis.com/cvdf-datasets/mnist/",
    ])

  static let fashionMNIST = OfficialSet(
    title: "Fashion-MNIST", folder: "FashionMNIST",
    classNames: [
      "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag",
      "Ankle boot",
    ],
    trainingImages: (
      26_421_880, "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84"
    ),
    trainingLabels: (29_515, "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845"),
    testImages: (4_422_102, "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073"),
    testLabels: (5_148, "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5"),
    mirrors: [
      "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/",
      "https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/",
    ])

  /// A set with MNIST's file names and numbers of pictures.
  ///
  /// Each file is given by the size in bytes and the SHA-256 sum of its gzipped form.
  private init(
    title: String, folder: String, classNames: [String], trainingImages: (Int, String),
    trainingLabels: (Int, String), testImages: (Int, String), testLabels: (Int, String),
    mirrors: [String]
  ) {
    func file(_ part: String, _ kind: IDXFile.Kind, _ count: Int, _ known: (Int, String))
      -> OfficialFile
    {
      OfficialFile(
        name: "\(part)-\(kind)-idx\(kind.axes)-ubyte.gz", kind: kind, count: count,
        byteCount: known.0, sha256: known.1)
    }
    self.init(
      title: title, folder: folder, classNames: classNames,
      trainingImages: file("train", .images, 60_000, trainingImages),
      trainingLabels: file("train", .labels, 60_000, trainingLabels),
      testImages: file("t10k", .images, 10_000, testImages),
      testLabels: file("t10k", .labels, 10_000, testLabels), mirrors: mirrors)
  }
}
