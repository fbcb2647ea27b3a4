/// Where each name of the package is declared, so that a name in code leads to its source.
struct Declarations {
  private struct Place {
    let path: String
    let line: Int
    let isPublic: Bool
  }
  private var places: [String: [Place]] = [:]

  /// - Parameter sources: all Swift files, by their paths.
  init(_ sources: [(path: String, text: String)]) {
    let pattern =
      #/(public |private |fileprivate |final |indirect )*(?:class|struct|enum|protocol|actor|func|typealias) (\w+).*/#
    for (path, text) in sources {
      for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
        .enumerated()
      {
        guard line.first?.isLowercase == true, line.contains(" "),
          let match = line.wholeMatch(of: pattern)
        else { continue }
        let place = Place(path: path, line: number + 1, isPublic: line.hasPrefix("public "))
        places[String(match.2), default: []].append(place)
      }
    }
  }

  /// The file and the line that a name means where it is used.
  ///
  /// That is its own module's, or else what is public elsewhere; below the chapters if both are.
  func place(of name: String, usedIn path: String) -> (path: String, line: Int)? {
    guard let known = places[name] else { return nil }
    let found =
      known.first { $0.path == path } ?? known.first { module($0.path) == module(path) }
      ?? known.first { $0.isPublic && $0.path.hasPrefix("Sources/") } ?? known.first { $0.isPublic }
    return found.map { ($0.path, $0.line) }
  }

  /// `Sources/Layers` and `Chapters/Chapter3` are modules; a chapter's nets are close enough to it.
  private func module(_ path: String) -> Substring {
    let parts = path.split(separator: "/")
    return parts.count < 2 ? "" : path[..<parts[1].endIndex]
  }
}
