/// Where each top-level name is declared, so that names in code can link to their declarations.
struct Declarations {
  private struct Place {
    let path: String
    let line: Int
    let isPublic: Bool
  }
  private var places: [String: [Place]] = [:]

  /// - Parameter sources: all Swift files with their paths.
  init(_ sources: [(path: String, text: String)]) {
    let pattern =
      #/(public |package |private |fileprivate |final |indirect )*(?:class|struct|enum|protocol|actor|func|typealias) (\w+).*/#
    for (path, text) in sources {
      for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
        .enumerated()
      {
        guard line.first?.isLowercase == true, line.contains(" "),
          let match = line.wholeMatch(of: pattern)
        else { continue }
        let isPublic = line.hasPrefix("public ") || line.hasPrefix("package ")
        let place = Place(path: path, line: number + 1, isPublic: isPublic)
        places[String(match.2), default: []].append(place)
      }
    }
  }

  /// The declaration that a name refers to in a file: that file's own, or its module's, or else one that
  /// is visible to other modules, in `Sources` before `Chapters`.
  func place(of name: String, usedIn path: String) -> (path: String, line: Int)? {
    guard let known = places[name] else { return nil }
    let found =
      known.first { $0.path == path } ?? known.first { module($0.path) == module(path) }
      ?? known.first { $0.isPublic && $0.path.hasPrefix("Sources/") } ?? known.first { $0.isPublic }
    return found.map { ($0.path, $0.line) }
  }

  /// The folder of the module, `Sources/Layers` or `Chapters/Chapter3`; a chapter counts as one module.
  private func module(_ path: String) -> Substring {
    let parts = path.split(separator: "/")
    return parts.count < 2 ? "" : path[..<parts[1].endIndex]
  }
}
