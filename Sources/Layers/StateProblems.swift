/// What keeps a state from fitting a net.
struct StateProblems {
  private var missing: [String] = []
  private var unexpected: [String] = []
  private var repeated: [String] = []
  private var misshapen: [String] = []
  private var ambiguous: [String] = []

  init(wanted: [(name: String, value: StateValue)], given: [(name: String, shape: [Int])]) {
    var shapes: [String: [Int]] = [:]
    for (name, value) in wanted where shapes.updateValue(value.shape, forKey: name) != nil {
      ambiguous.append(quoted(name))
    }
    var seen: Set<String> = []
    for (name, shape) in given {
      if !seen.insert(name).inserted { repeated.append(quoted(name)) }
      guard let wanted = shapes[name] else {
        unexpected.append("\(quoted(name)) \(shape.prefix(8))")
        continue
      }
      if shape != wanted { misshapen.append("\(name) of shape \(shape) in place of \(wanted)") }
    }
    for (name, value) in wanted where !seen.contains(name) {
      if case .tensor = value { missing.append(quoted(name)) }
    }
  }

  /// All of them in one sentence, with the first few names; `nil` if there are none.
  var sentence: String? {
    let problems = [
      ("it lacks", missing), ("it has, unexpectedly,", unexpected), ("it has twice", repeated),
      ("it has", misshapen), ("the net has twice", ambiguous),
    ]
    let parts = problems.filter { !$0.1.isEmpty }.map { "\($0) \(listed($1))" }
    return parts.isEmpty ? nil : "This state is not of this net: " + parts.joined(separator: "; ")
  }
}

/// The first few, and how many more there are.
private func listed(_ names: [String]) -> String {
  let few = names.prefix(3).joined(separator: ", ")
  return names.count > 3 ? "\(few) and \(names.count - 3) more" : few
}

/// A name in quotes, short, and without what a terminal would obey.
private func quoted(_ name: String) -> String { String(name.prefix(80)).debugDescription }
