import Autograd

// All a net learned and all it remembers, under the names and in the order of PyTorch's `state_dict`.

extension Layer {
  /// What makes this net the one it is, with the path that leads to each thing: `bn1.running_mean`.
  ///
  /// Of each layer its parameters, what it remembers, and then its layers. A parameter that is found
  /// twice is listed under both names.
  public var state: [(name: String, value: StateValue)] { slots.map { ($0.name, $0.value) } }

  /// Becomes the net whose state this is: all of it is taken over, or nothing.
  ///
  /// Counts may be missing, since old files of PyTorch have none; they then stay as they are.
  ///
  /// - Throws: `StateError` if names are missing, unexpected or given twice, or something has another
  ///   kind or shape than here.
  public func load(_ state: [(name: String, value: StateValue)]) throws {
    try requireFitting(state.map { ($0.name, $0.value.shape) })
    let slots = Dictionary(uniqueKeysWithValues: slots.map { ($0.name, $0) })
    for (name, value) in state {
      switch (value, slots[name]!.value) {
      case (.tensor, .tensor): break
      case (.count(let count), .count) where (0...1 << 62).contains(count): break
      case (.count(let count), .count):
        throw StateError("\(name) is \(count), but must be from 0 to 2⁶²")
      case (.tensor, .count): throw StateError("\(name) is a tensor, but must be a count")
      case (.count, .tensor): throw StateError("\(name) is a count, but must be a tensor")
      }
    }
    for (name, value) in state { slots[name]!.set(value) }
  }

  /// Sees whether a state with these names and shapes could be loaded.
  ///
  /// - Throws: `StateError`
  public func requireFitting(_ given: [(name: String, shape: [Int])]) throws {
    let problems = StateProblems(wanted: state, given: given)
    if let sentence = problems.sentence { throw StateError(sentence) }
  }

  private var slots: [Slot] {
    let learned = parts.compactMap { name, part in
      (part as? Parameter).map { parameter in
        Slot(name: name, value: .tensor(parameter.value)) {
          if case .tensor(let tensor) = $0 { parameter.value = tensor }
        }
      }
    }
    let layer = self as? any Remembering
    let remembered = (layer?.memory ?? []).map { name, value in
      Slot(name: name, value: value) { layer?.remember($0, as: name) }
    }
    return learned + remembered
      + children.flatMap { child in
        child.layer.slots.map {
          Slot(name: "\(child.name).\($0.name)", value: $0.value, set: $0.set)
        }
      }
  }
}

/// A place in a net that holds a part of its state.
private struct Slot {
  let name: String
  let value: StateValue
  let set: (StateValue) -> Void
}
