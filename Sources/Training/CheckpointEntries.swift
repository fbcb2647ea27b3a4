import Autograd
import Layers
import Optimizers
import Safetensors
import Sentences

// The tensors of a checkpoint: a net's state by its names, and the optimizer's under a prefix.

extension Checkpoint {
  /// The names and shapes of what the file holds of its net, without the prefixes of `prefixes`.
  public var shapes: [(name: String, shape: [Int])] {
    netEntries.map { ($0.name.without(Wrappers.prefixes(of: $0.name).last!), $0.shape) }
  }

  /// What other programs have put before the names of the net: `module.`, or `backbone.` and `head.`.
  public var prefixes: [String] {
    var seen: Set<String> = [""]
    return netEntries.map { Wrappers.prefixes(of: $0.name).last! }
      .filter { seen.insert($0).inserted }
  }

  /// Gives a net the state in the file, for use without further training.
  ///
  /// - Returns: remarks on the file, such as which prefix was taken off its names.
  /// - Throws: an error whose description names the file and what does not fit; nothing is changed then.
  @discardableResult
  public func load(into net: any Layer) throws -> [String] {
    let names = try names(for: net.state)
    let state = try state(of: names, for: net)
    try naming("loaded") { try net.load(state) }
    return remarks(on: names)
  }

  /// Gives a net, and the optimizer that trains it, the state in the file.
  ///
  /// If the file holds nothing but weights, the optimizer stays as it is.
  ///
  /// - Returns: remarks on the file, such as which prefix was taken off its names.
  /// - Throws: an error whose description names the file and what does not fit; nothing is changed then.
  @discardableResult
  public func load(into net: any Layer, _ optimizer: any Optimizer) throws -> [String] {
    let names = try names(for: net.state)
    let state = try state(of: names, for: net)
    if progress != nil {
      let remembered = try optimizerState(file.entries.filter(isOptimizers))
      try naming("resumed from") { try optimizer.restore(remembered) }
    }
    try naming("loaded") { try net.load(state) }
    return remarks(on: names)
  }

  private func isOptimizers(_ entry: Entry) -> Bool {
    progress != nil && entry.name.begins(with: optimizerPrefix)
  }

  private var netEntries: [Entry] { file.entries.filter { !isOptimizers($0) } }

  /// The way to read the file's names that makes them the net's, or else most of them.
  private func names(for state: [(name: String, value: StateValue)]) throws -> NamesInFile {
    let (all, net) = (NamesInFile.all(of: netEntries), NamesOfNet(state))
    if net.are(all[0]) { return all[0] }
    let fitting = all.filter(net.are)
    guard fitting.count <= 1 else {
      throw SentenceError(
        "\(file.path) holds such a net more than once: without \(fitting[0].takenOff!), and without "
          + "\(fitting[1].takenOff!); which one is wanted cannot be told")
    }
    if let only = fitting.first { return only }
    return all.dropFirst().reduce(all[0]) { net.count(in: $1) > net.count(in: $0) ? $1 : $0 }
  }

  /// Checks the shapes before it reads anything.
  private func state(
    of names: NamesInFile, for net: any Layer
  ) throws -> [(name: String, value: StateValue)] {
    let kinds = Dictionary(net.state.map { ($0.name, $0.value) }) { first, _ in first }
    let shapes = names.entries.map { name, entry in
      // PyTorch's counts have no axis; some programs give them one, of length 1.
      if case .count? = kinds[name], entry.count == 1 { return (name, [Int]()) }
      return (name, entry.shape)
    }
    let what = names.takenOff.map { "loaded, even with \($0) taken off its names" } ?? "loaded"
    try naming(what) { try net.requireFitting(shapes) }
    return try names.entries.map { ($0.name, try value(of: $0.entry, like: kinds[$0.name]!)) }
  }

  /// Adds the file's name to errors that `body` throws.
  private func naming(_ what: String, _ body: () throws -> Void) throws {
    do { try body() } catch { throw SentenceError("\(file.path) cannot be \(what). \(error)") }
  }

  private func value(of entry: Entry, like kind: StateValue) throws -> StateValue {
    switch kind {
    case .tensor: .tensor(Tensor(try file.floats(entry.name), shape: entry.shape))
    case .count: .count(try file.integers(entry.name)[0])
    }
  }

  private func remarks(on names: NamesInFile) -> [String] {
    let isPlural = names.prefixes.filter { !$0.isEmpty }.count > 1
    let taken = names.takenOff.map {
      "\($0) \(isPlural ? "were" : "was") taken off the names in \(file.path)."
    }
    let read = Set(names.entries.map(\.entry.name))
    let others = netEntries.map(\.name).filter { !read.contains($0) }
    let left = others.first.map { first in
      let more = others.count > 1 ? " and \(others.count - 1) more" : ""
      return
        "\(String(first.prefix(80)).debugDescription)\(more) in \(file.path) "
        + (others.count > 1 ? "are no parts" : "is no part") + " of this net."
    }
    return foreignMetadata + [taken, left].compactMap(\.self)
  }
}
