import Autograd
import Layers
import Optimizers
import Safetensors

// The tensors of a checkpoint: a net's state by its names, the optimizer's under `optimizer.`.

extension Checkpoint {
  private static let prefix = "optimizer."

  /// The names and shapes of what the file holds of its net.
  public var shapes: [(name: String, shape: [Int])] { netEntries.map { ($0.name, $0.shape) } }

  /// Gives a net the state in the file, for use without further training.
  ///
  /// - Throws: an error whose description names the file and what does not fit; nothing is changed then.
  public func load(into net: any Layer) throws {
    let state = try state(for: net)
    try naming("loaded") { try net.load(state) }
  }

  /// Gives a net, and the optimizer that trains it, the state in the file.
  ///
  /// If the file holds nothing but weights, the optimizer stays as it is.
  ///
  /// - Throws: an error whose description names the file and what does not fit; nothing is changed then.
  public func load(into net: any Layer, _ optimizer: any Optimizer) throws {
    let state = try state(for: net)
    if progress != nil {
      let remembered = try optimizerState(file.entries.filter(isOptimizers))
      try naming("resumed from") { try optimizer.restore(remembered) }
    }
    try naming("loaded") { try net.load(state) }
  }

  private func isOptimizers(_ entry: Entry) -> Bool {
    progress != nil && entry.name.hasPrefix(Self.prefix)
  }

  private var netEntries: [Entry] { file.entries.filter { !isOptimizers($0) } }

  /// Checks the shapes before it reads anything.
  private func state(for net: any Layer) throws -> [(name: String, value: StateValue)] {
    try naming("loaded") { try net.requireFitting(shapes) }
    let kinds = Dictionary(uniqueKeysWithValues: net.state.map { ($0.name, $0.value) })
    return try netEntries.map { ($0.name, try value(of: $0, like: kinds[$0.name]!)) }
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

  static func entries(of state: OptimizerState) -> [NamedNumbers] {
    state.tensors.map { NamedNumbers(prefix + $0.key, .tensor($0.value)) }
      + state.integers.map { NamedNumbers(prefix + $0.key, .count($0.value)) }
  }

  private func optimizerState(_ entries: [Entry]) throws -> OptimizerState {
    var state = OptimizerState()
    for entry in entries {
      let name = String(entry.name.dropFirst(Self.prefix.count))
      if entry.type == .int64 && entry.shape.isEmpty {
        state.integers[name] = try file.integers(entry.name)[0]
      } else {
        state.tensors[name] = Tensor(try file.floats(entry.name), shape: entry.shape)
      }
    }
    return state
  }
}

extension NamedNumbers {
  init(_ name: String, _ value: StateValue, as precision: Precision = .float32) {
    switch value {
    case .tensor(let tensor):
      self.init(name, shape: tensor.shape, .floats(tensor.scalars, as: precision))
    case .count(let count): self.init(name, shape: [], .integers([count]))
    }
  }
}
