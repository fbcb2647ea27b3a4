import Autograd
import Layers
import Optimizers
import Safetensors

// The optimizer's state in a checkpoint: under `optimizer.`, or a prefix that no name of the net has.

extension Checkpoint {
  /// The key in the metadata of a prefix other than `optimizer.`.
  static let prefixKey = "optimizer prefix"

  /// The first of `optimizer.`, `optimizer_.`, `optimizer__.` and so on that begins no name of the net,
  /// which may have a layer called `optimizer`.
  static func optimizerPrefix(beside names: [String]) -> String {
    var stem = "optimizer"
    while names.contains(where: { $0.begins(with: stem + ".") }) { stem += "_" }
    return stem + "."
  }

  /// The prefix of the optimizer's tensors in this file.
  var optimizerPrefix: String {
    let said = file.metadata[Self.prefixKey]
    return said.flatMap { $0.utf8.count > 1 && $0.hasSuffix(".") ? $0 : nil } ?? "optimizer."
  }

  static func entries(of state: OptimizerState, under prefix: String) -> [NamedNumbers] {
    state.tensors.map { NamedNumbers(prefix + $0.key, .tensor($0.value)) }
      + state.integers.map { NamedNumbers(prefix + $0.key, .count($0.value)) }
  }

  func optimizerState(_ entries: [Entry]) throws -> OptimizerState {
    var state = OptimizerState()
    for entry in entries {
      let name = entry.name.without(optimizerPrefix)
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
