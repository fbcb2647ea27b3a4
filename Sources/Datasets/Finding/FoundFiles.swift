import Files

/// The paths of the four files of an official set, all in one folder.
struct FoundFiles {
  let trainingImages, trainingLabels, testImages, testLabels: String

  /// Searches one data folder: `MNIST/`, then `MNIST/raw/`, as torchvision has it.
  ///
  /// All four files, each gzipped or not, must be in the same folder: files from different folders might
  /// not belong together.
  init?(_ set: OfficialSet, in dataFolder: String) {
    for folder in Self.folders(of: set, in: dataFolder) {
      let paths = set.files.compactMap { Self.path(of: $0, in: folder) }
      guard paths.count == set.files.count else { continue }
      (trainingImages, trainingLabels) = (paths[0], paths[1])
      (testImages, testLabels) = (paths[2], paths[3])
      return
    }
    return nil
  }

  /// The file's path in `folder`, gzipped or not, or `nil` if it is not there.
  static func path(of file: OfficialFile, in folder: String) -> String? {
    ["\(folder)/\(file.name)", "\(folder)/\(file.unpackedName)"].first(where: isFile)
  }

  /// Why the set was not found in a data folder, with the missing files if some are there.
  static func explanation(_ set: OfficialSet, in dataFolder: String) -> String {
    for folder in folders(of: set, in: dataFolder) {
      let missing = set.files.filter { path(of: $0, in: folder) == nil }
      if !missing.isEmpty, missing.count < set.files.count {
        return "\(folder) lacks " + missing.map(\.name).joined(separator: ", ")
      }
    }
    guard isFolder(dataFolder) else { return "\(dataFolder) does not exist" }
    return "\(dataFolder) has no folder \(set.folder) with any of the files"
  }

  private static func folders(of set: OfficialSet, in dataFolder: String) -> [String] {
    ["\(dataFolder)/\(set.folder)", "\(dataFolder)/\(set.folder)/raw"]
  }
}
