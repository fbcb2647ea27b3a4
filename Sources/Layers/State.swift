import Autograd

// Parameters and running statistics of a net, under the names and in the order of PyTorch's `state_dict`.

extension Layer {
  /// Every parameter and every running statistic, with the path that leads to it: `bn1.running_mean`.
  ///
  /// Of each layer first its parameters, then its extra state, then its layers. A parameter that is found
  /// twice is listed under both names.
  public var state: [(name: String, value: StateValue)] { slots.map { ($0.name, $0.value) } }

  /// Loads a state: all of it, or nothing.
  ///
  /// Counts may be missing, since old files of PyTorch have none; they then stay as they are.
  ///
  /// - Throws: `SentenceError` if names are missing, unexpected or given twice, or something has another
  ///   kind or shape than here.
  public func load(_ state: [(name: String, value: StateValue)]) throws {
    try requireFitting(state.map { ($0.name, $0.value.shape) })
    let slots = Dictionary(slots.map { ($0.name, $0) }) { first, _ in first }
    for (name, value) in state {
      switch (value, slots[name]!.value) {
      case (.tensor, .tensor): break
      case (.count(let count), .count) where (0...1 << 62).contains(Int64(count)): break
      case (.count(let count), .count):
        throw SentenceError("\(name) is \(count), but must be from 0 to 2⁶²")
      case (.tensor, .count): throw SentenceError("\(name) is a tensor, but must be a count")
      case (.count, .tensor): throw SentenceError("\(name) is a count, but must be a tensor")
      }
    }
    for (name, value) in state { slots[name]!.set(value) }
  }

  /// Checks whether a state with these names and shapes could be loaded.
  ///
  /// - Throws: `SentenceError`
  public func requireFitting(_ given: [(name: String, shape: [Int])]) throws {
    let problems = StateProblems(wanted: state, given: given)
    if let sentence = problems.sentence { throw SentenceError(sentence) }
  }

  private var slots: [Slot] {
    namedLayers.flatMap { path, layer in
      let learned = ownParameters(of: layer).map { name, parameter in
        Slot(name: joined(path, name), value: .tensor(parameter.value)) {
          if case .tensor(let tensor) = $0 { parameter.value = tensor }
        }
      }
      let stateful = layer as? any Stateful
      let extra = (stateful?.extraState ?? []).map { name, value in
        Slot(name: joined(path, name), value: value) { stateful?.setExtraState($0, named: name) }
      }
      return learned + extra
    }
  }
}

/// One entry of the state, and how to set it.
private struct Slot {
  let name: String
  let value: StateValue
  let set: (StateValue) -> Void
}
