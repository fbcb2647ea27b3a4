import Autograd

/// Whether a state is one of an optimizer of this kind, with these parameters.
struct OptimizerStateCheck {
  let optimizer: String
  let parameters: [Parameter]
  /// What is remembered of a parameter: tensors of its shape, and whole numbers from 1 up.
  let tensors, counts: [String]

  init(_ optimizer: String, _ parameters: [Parameter], tensors: [String], counts: [String] = []) {
    (self.optimizer, self.parameters) = (optimizer, parameters)
    (self.tensors, self.counts) = (tensors, counts)
  }

  /// Throws unless each parameter has all of its entries, fitting, or none, and there are no others.
  func callAsFunction(_ state: OptimizerState) throws(SentenceError) {
    for i in parameters.indices { try check(entriesOf: i, in: state) }
    let others = Set(state.tensors.keys).subtracting(parameters.indices.flatMap(tensorNames))
      .union(Set(state.integers.keys).subtracting(parameters.indices.flatMap(countNames)))
    guard let other = others.min() else { return }
    if let i = Int(other.prefix { $0 != "." }), i >= parameters.count {
      throw refusal("the state holds \"\(other)\"; the last parameter is \(parameters.count - 1)")
    }
    throw refusal(
      "the state holds \"\(other)\", which \(optimizer) with these settings does not remember")
  }

  private func check(entriesOf i: Int, in state: OptimizerState) throws(SentenceError) {
    let shapes = tensorNames(i).map { (name: $0, shape: state.tensors[$0]?.shape) }
    let numbers = countNames(i).map { (name: $0, count: state.integers[$0]) }
    let found = shapes.map { ($0, $1 != nil) } + numbers.map { ($0, $1 != nil) }
    if let held = found.first(where: { $0.1 }), let missing = found.first(where: { !$0.1 }) {
      throw refusal("the state holds \"\(held.0)\" but not \"\(missing.0)\"")
    }
    let wanted = parameters[i].value.shape
    for case (let name, let shape?) in shapes where shape != wanted {
      throw refusal("\"\(name)\" has the shape \(shape), but parameter \(i) has \(wanted)")
    }
    // Beyond 2⁵³ not every whole number is a `Double`.
    for case (let name, let count?) in numbers where !(1...1 << 53).contains(Int64(count)) {
      throw refusal("\"\(name)\" is \(count); it counts from 1, to 2⁵³ at most")
    }
  }

  private func tensorNames(_ i: Int) -> [String] { tensors.map { "\(i).\($0)" } }
  private func countNames(_ i: Int) -> [String] { counts.map { "\(i).\($0)" } }

  private func refusal(_ sentence: String) -> SentenceError {
    SentenceError("\(optimizer): \(sentence)")
  }
}
