import Foundation

/// The sources of the engine for the pages: what is in each module, and which other modules it needs.
struct LiveSources: Sendable {
  /// Each after those it needs.
  let units: [LiveUnit]
  /// By their paths from the top of the repository, with the C headers among them.
  let texts: [String: String]
  /// The names of the modules that each one imports, or that are imported for it.
  let needs: [String: Set<String>]
  /// For each module, of all it is made of: its sources, the modules it needs, and the compiler.
  let hashes: [String: String]

  /// The folder of the C headers.
  static let headers = "\(LiveUnit.standIns)/C"

  /// Modules that every file above them imports without saying so, since Embedded Swift wants a file to import what the
  /// functions it inlines use.
  private static let implied = ["Embedded", "Kernels", "LaneKernels", "Sentences"]

  init(_ repository: Repository, _ units: [LiveUnit], compiler version: String) throws {
    var texts: [String: String] = [:]
    for file in try units.flatMap(\.files) + repository.files(in: Self.headers) {
      texts[file] = try repository.text(file)
    }
    (self.units, self.texts) = (units, texts)
    let headers = texts.keys.filter { $0.hasPrefix(Self.headers) }.sorted()
    var (needs, hashes) = ([String: Set<String>](), [String: String]())
    for (i, unit) in units.enumerated() {
      let imports = unit.files.flatMap { file in
        texts[file]!.matches(of: #/(?m)^(?:@\w+ )?import (\w+)/#).map { String($0.1) }
      }
      needs[unit.name] = Set(imports + Self.implied).intersection(units[..<i].map(\.name))
      let below = needs[unit.name]!.sorted().map { hashes[$0]! }
      let all = LiveCompilation.flags + [version, "\(unit)"] + below
      let sources = (headers + unit.files).flatMap { [$0, texts[$0]!] }
      hashes[unit.name] = digest(Data((all + sources).joined(separator: "\0").utf8))
    }
    (self.needs, self.hashes) = (needs, hashes)
  }

  /// The modules that are imported for a module.
  func implied(in unit: LiveUnit) -> [String] {
    Self.implied.filter { needs[unit.name]!.contains($0) }
  }
}
