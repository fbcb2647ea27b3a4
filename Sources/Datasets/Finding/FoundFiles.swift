import Files
import Foundation

/// The paths of the four files of an official set, all in one folder.
///
/// Files from different folders might not belong together.
struct FoundFiles {
  let folder: String

  /// In the order of the set's files.
  let paths: [String]
}

/// A data folder in which a set is not.
struct PassedFolder {
  let path: String

  /// What was seen instead, in each folder in which the set could have been.
  let reasons: [String]

  /// The folder of the set that has some of its files, if there is one.
  var begun: String?
}

/// What the search of one data folder gave.
enum SearchResult {
  case found(FoundFiles)
  case passed(PassedFolder)
}

extension OfficialSet {
  /// Searches one data folder.
  ///
  /// - Throws: `SentenceError` if something else is in a file's place.
  func search(_ dataFolder: String) throws -> SearchResult {
    guard isFolder(dataFolder) else {
      let found = isFile(dataFolder) ? "a file" : obstacle(at: dataFolder)
      let reason = found.map { "\(dataFolder) is \($0), not a folder" }
      return .passed(
        PassedFolder(path: dataFolder, reasons: [reason ?? "\(dataFolder) does not exist"]))
    }
    var reasons: [String] = []
    var begun: String?
    for folder in folders(in: dataFolder) {
      let paths = try files.map { try folder.path(of: $0) }
      let missing = zip(files, paths).filter { $1 == nil }.map(\.0.name)
      if missing.isEmpty {
        let found = FoundFiles(folder: folder.path, paths: paths.compactMap(\.self))
        guard let owner = owner(of: found, in: dataFolder) else { return .found(found) }
        reasons.append("\(folder.path) holds the files of \(owner)")
      } else if missing.count < files.count {
        reasons.append("\(folder.path) lacks \(missing.joined(separator: ", "))")
        if isNamed(folder.path, in: dataFolder) { begun = begun ?? folder.path }
      } else {
        reasons.append("\(folder.path) \(folder.seen)")
      }
    }
    if reasons.isEmpty { reasons = ["\(dataFolder) \(SetFolder(dataFolder).seen)"] }
    return .passed(PassedFolder(path: dataFolder, reasons: reasons, begun: begun))
  }

  /// Whose files these are, if they are another set's and in a folder that may be any set's.
  ///
  /// In a folder of this set's name they are not passed over, but refused when they are read.
  private func owner(of files: FoundFiles, in dataFolder: String) -> String? {
    guard !isNamed(files.folder, in: dataFolder) else { return nil }
    let other = try? other(Content(of: testLabels, at: files.paths[3]))
    return other.flatMap { $0.set.title == title ? nil : $0.set.title }
  }

  /// Whether a folder has the set's name, or lies in one that has.
  private func isNamed(_ folder: String, in dataFolder: String) -> Bool {
    let inside = folder.dropFirst(dataFolder.count).split(separator: "/").map(String.init)
    return (inside + [URL(filePath: dataFolder).lastPathComponent]).contains(where: isNamed)
  }
}
