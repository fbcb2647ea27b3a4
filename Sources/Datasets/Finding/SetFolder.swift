import Files
import Foundation
import Sentences

/// A folder in which files of a set may be, with the names of all that is in it.
struct SetFolder {
  let path: String

  /// In alphabetical order; hidden files are left out.
  let names: [String]

  init(_ path: String) {
    self.path = path
    let all = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    names = all.filter { !$0.hasPrefix(".") }.sorted()
  }

  /// The path of a file in any of the forms in which people have it, or `nil` if it is not here.
  ///
  /// It may be gzipped or not, whatever its name says, have a dot in place of a hyphen
  /// (`train-images.idx3-ubyte`), or lie in a folder of its own name, as Kaggle unpacks it.
  ///
  /// - Throws: `SentenceError` if a folder, a pipe or a link that leads nowhere is in its place.
  func path(of file: OfficialFile) throws -> String? {
    let order = [file.name, file.unpackedName]
    let here =
      order.filter(names.contains) + names.filter { file.isNamed($0) && !order.contains($0) }
    for name in here {
      if isFile("\(path)/\(name)") { return "\(path)/\(name)" }
      let inner = SetFolder("\(path)/\(name)")
      if let name = inner.names.first(where: { file.isNamed($0) && isFile("\(inner.path)/\($0)") })
      {
        return "\(inner.path)/\(name)"
      }
    }
    guard let name = here.first else { return nil }
    let found = obstacle(at: "\(path)/\(name)") ?? "gone"
    throw SentenceError("\(path)/\(name) is \(found); wanted is a file of \(file.title)")
  }

  /// All files of a set, or `nil` if some are not here.
  func files(of set: OfficialSet) throws -> FoundFiles? {
    let paths = try set.files.compactMap(path)
    return paths.count == set.files.count ? FoundFiles(folder: path, paths: paths) : nil
  }

  /// What is in it, for sentences.
  var seen: String {
    guard !names.isEmpty else { return access(path, R_OK) == 0 ? "is empty" : "cannot be read" }
    let some = names.prefix(8).joined(separator: ", ")
    return "holds " + (names.count > 8 ? "\(some) and \(names.count - 8) more" : some)
  }
}

extension OfficialSet {
  /// The folders of a data folder in which files of this set may be, first those with its name.
  ///
  /// torchvision puts them into `MNIST/raw`, others into a folder of another spelling, or just here. What
  /// has the name of another set is left out.
  func folders(in dataFolder: String, depth: Int = 3) -> [SetFolder] {
    let here = SetFolder(dataFolder)
    let inner = depth == 0 ? [] : here.names.filter { isFolder("\(dataFolder)/\($0)") }
    let named = inner.filter(isNamed)
    let exactFirst = named.filter { $0 == folder } + named.filter { $0 != folder }
    let general = inner.filter { ["raw", "data"].contains($0.lowercased()) }
    func folders(_ names: [String]) -> [SetFolder] {
      names.flatMap { self.folders(in: "\(dataFolder)/\($0)", depth: depth - 1) }
    }
    let isAnothers = lookalikes().contains {
      $0.isNamed(URL(filePath: dataFolder).lastPathComponent)
    }
    return folders(exactFirst) + (isAnothers ? [] : [here] + folders(general))
  }
}
