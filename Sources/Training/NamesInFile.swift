import Layers
import Safetensors

/// One way to read a file's names: the tensors under some prefixes, without these, are a net's.
struct NamesInFile {
  /// `[""]` if the names are taken as they are; two if each is before a part of the names.
  let prefixes: [String]
  /// The tensors under the prefixes, with their names in the net.
  let entries: [(name: String, entry: Entry)]

  /// - Parameter entries: all of them lie under one of the prefixes.
  private init(_ prefixes: [String], _ entries: [Entry]) {
    self.prefixes = prefixes
    // The longest first: it may begin with another.
    let longestFirst = prefixes.sorted { $0.utf8.count > $1.utf8.count }
    self.entries = entries.map { entry in
      let prefix = longestFirst.first { entry.name.begins(with: $0) }!
      return (entry.name.without(prefix), entry)
    }
  }

  /// All ways to read the names in a file; first of all, as they are.
  ///
  /// A prefix that all names have is taken off, or one that some have: the others are then no part of the
  /// net, or belong to it as they are. `backbone.` and `head.` are taken off together, too.
  static func all(of entries: [Entry]) -> [NamesInFile] {
    var under: [String: [Entry]] = [:]
    for entry in entries {
      for prefix in Wrappers.prefixes(of: entry.name) { under[prefix, default: []].append(entry) }
    }
    let prefixes = under.keys.filter { !$0.isEmpty }
      .sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
    let one = prefixes.map { NamesInFile([$0], under[$0]!) }
    let parts = prefixes.compactMap { backbone -> NamesInFile? in
      guard backbone.hasSuffix(Wrappers.backbone) else { return nil }
      let head = String(backbone.dropLast(Wrappers.backbone.count)) + Wrappers.head
      return under[head].map { NamesInFile([backbone, head], under[backbone]! + $0) }
    }
    let some = prefixes.compactMap { prefix -> NamesInFile? in
      let outer = Wrappers.prefixes(of: prefix).dropLast().last!
      let isBeforeAll = under[outer]!.count == under[prefix]!.count
      return isBeforeAll ? nil : NamesInFile([outer, prefix], under[outer]!)
    }
    return [NamesInFile([""], entries)] + one + parts + some
  }

  /// The prefixes that were taken off, in quotes: `"backbone." and "head."`; `nil` if none was.
  var takenOff: String? {
    let taken = prefixes.filter { !$0.isEmpty }
    return taken.isEmpty ? nil : taken.map(\.debugDescription).joined(separator: " and ")
  }
}

/// The names of a net's state.
struct NamesOfNet {
  private let all, needed: Set<String>

  init(_ state: [(name: String, value: StateValue)]) {
    all = Set(state.map(\.name))
    needed = Set(
      state.filter { if case .tensor = $0.value { true } else { false } }.map(\.name))
  }

  /// Whether these are the net's names, all but the counts of old files, and no others.
  func are(_ names: NamesInFile) -> Bool {
    guard (needed.count...all.count).contains(names.entries.count) else { return false }
    let found = Set(names.entries.map(\.name))
    return found.count == names.entries.count && needed.isSubset(of: found)
      && found.isSubset(of: all)
  }

  /// How many of the net's names are among these.
  func count(in names: NamesInFile) -> Int {
    all.intersection(names.entries.map(\.name)).count
  }
}
