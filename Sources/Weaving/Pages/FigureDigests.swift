import Foundation

/// Which figures a page was woven with: a digest of each file, by its name.
///
/// Numbers and figures of a run belong together. A figure that is of another run, missing or left over is
/// noticed by comparing these digests with those of the files.
package struct FigureDigests: Equatable, Sendable {
  private var digests: [String: String] = [:]

  /// None.
  init() {}

  /// The digests of figures.
  init(_ figures: [String: Data]) { digests = figures.mapValues(digest) }

  /// How these figures differ from those a page was woven with, as a sentence; `nil` if they do not.
  func difference(from woven: FigureDigests) -> String? {
    let names = Set(digests.keys).union(woven.digests.keys).sorted()
    // A version for slides may have been drawn since, of a figure that the page has.
    func isAdded(_ name: String) -> Bool {
      let original = FigureVersion.original(of: name)
      return woven.digests[name] == nil && original.map { woven.digests[$0] != nil } == true
    }
    let other = names.first { digests[$0] != woven.digests[$0] && !isAdded($0) }
    guard let name = other else { return nil }
    if digests[name] == nil { return "\(name) is missing" }
    return woven.digests[name] == nil
      ? "\(name) is on no page" : "\(name) is not the figure that the page was woven with"
  }
}

extension FigureDigests {
  /// As a comment at the end of a page, a figure in each line; empty if there are none.
  var markdown: String {
    let lines = digests.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)\n" }
    return lines.isEmpty ? "" : "\n" + Self.start + "\n" + lines.joined() + "-->\n"
  }

  static let start = "<!-- woven with these figures"

  /// Parses the lines between `start` and the end of the comment.
  init(lines: some Sequence<Substring>) {
    for line in lines {
      let words = line.split(separator: " ").map(String.init)
      if words.count == 2 { digests[words[0]] = words[1] }
    }
  }
}

/// The FNV-1a hash of 64 bits, in hexadecimal: enough to tell two files apart.
func digest(_ data: Data) -> String {
  let hash = data.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { hash, byte in
    (hash ^ UInt64(byte)) &* 0x100_0000_01b3
  }
  let text = String(hash, radix: 16)
  return String(repeating: "0", count: 16 - text.count) + text
}
