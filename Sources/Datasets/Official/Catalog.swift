/// The two official sets, with sizes and sums taken from the files as their authors publish them.
extension OfficialSet {
  static let mnist: OfficialSet = OfficialSet(
    title: "MNIST", folder: "MNIST", classNames: (0...9).map(String.init),
    trainingImages: (
      9_912_422, "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609",
      "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"
    ),
    trainingLabels: (
      28_881, "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c",
      "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"
    ),
    testImages: (
      1_648_877, "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6",
      "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"
    ),
    testLabels: (
      4_542, "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6",
      "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"
    ),
    lookalikes: { [.fashionMNIST] },
    mirrors: [
      "https://ossci-datasets.s3.amazonaws.com/mnist/",
      "https://storage.googleapis.com/cvdf-datasets/mnist/",
    ])

  static let fashionMNIST: OfficialSet = OfficialSet(
    title: "Fashion-MNIST", folder: "FashionMNIST", otherNames: ["fashion", "fmnist"],
    classNames: [
      "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag",
      "Ankle boot",
    ],
    trainingImages: (
      26_421_880, "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84",
      "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888"
    ),
    trainingLabels: (
      29_515, "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845",
      "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9"
    ),
    testImages: (
      4_422_102, "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073",
      "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b"
    ),
    testLabels: (
      5_148, "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5",
      "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34"
    ),
    lookalikes: { [.mnist] },
    mirrors: [
      "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/",
      "https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/",
    ])

  /// A set with MNIST's file names.
  ///
  /// Each file is given by its size in bytes and SHA-256 sum when gzipped, and its sum when unpacked.
  private init(
    title: String, folder: String, otherNames: [String] = [], classNames: [String],
    trainingImages: (Int, String, String), trainingLabels: (Int, String, String),
    testImages: (Int, String, String), testLabels: (Int, String, String),
    lookalikes: @escaping @Sendable () -> [OfficialSet], mirrors: [String]
  ) {
    func file(
      _ part: String, _ kind: IDXFile.Kind, _ known: (Int, String, String)
    ) -> OfficialFile {
      OfficialFile(
        name: "\(part)-\(kind)-idx\(kind.axes)-ubyte.gz",
        title: "\(part == "train" ? "training" : "test") \(kind)", kind: kind,
        byteCount: known.0, sha256: known.1, unpackedSHA256: known.2)
    }
    self.init(
      title: title, folder: folder, otherNames: otherNames, classNames: classNames,
      trainingImages: file("train", .images, trainingImages),
      trainingLabels: file("train", .labels, trainingLabels),
      testImages: file("t10k", .images, testImages),
      testLabels: file("t10k", .labels, testLabels), lookalikes: lookalikes,
      mirrors: mirrors)
  }
}
