/// An official data set: its four files and where they are published.
struct OfficialSet: Sendable {
  /// The height and width of every official picture.
  static let side = 28

  /// Its name in prose.
  let title: String

  /// The folder that holds its files, named as torchvision names it.
  let folder: String

  /// Other names of that folder, in lowercase letters and digits only.
  let otherNames: [String]

  let classNames: [String]
  let trainingImages, trainingLabels, testImages, testLabels: OfficialFile

  /// The sets whose files have the same names, so that they are taken for this one's.
  let lookalikes: @Sendable () -> [OfficialSet]

  /// Addresses to which a file's name is appended, in the order in which they are tried.
  let mirrors: [String]

  var files: [OfficialFile] { [trainingImages, trainingLabels, testImages, testLabels] }

  /// Whether a folder of this name is the set's: `Fashion-MNIST` and `fashion` are Fashion-MNIST's.
  func isNamed(_ folder: String) -> Bool {
    let name = folder.lowercased().filter { $0.isLetter || $0.isNumber }
    return name == self.folder.lowercased() || otherNames.contains(name)
  }
}

extension DatasetName {
  /// The official set of this name, or `nil` if it is not one that is downloaded.
  var official: OfficialSet? {
    switch self {
    case .mnist: .mnist
    case .fashionMNIST: .fashionMNIST
    case .drawn: nil
    }
  }
}
