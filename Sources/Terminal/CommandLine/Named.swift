import ArgumentParser

/// The value with this name; the error for an unknown name suggests the closest one.
///
/// - Throws: `ValidationError`
public func named<Value>(
  _ name: String, _ what: String, among values: [(name: String, value: Value)]
) throws -> Value {
  if let found = values.first(where: { $0.name == name.lowercased() }) { return found.value }
  let names = values.map(\.name)
  let guess = nearest(to: name, among: names)!
  let list =
    names.count > 8 ? "--list names them all" : "there are \(names.joined(separator: ", "))"
  throw ValidationError("\(name) is no \(what) here; \(list). Did you mean \(guess)?")
}

/// The case with this name; the error for an unknown name suggests the closest one.
public func named<Value: CaseIterable & RawRepresentable>(
  _ name: String, _ what: String, as: Value.Type = Value.self
) throws -> Value where Value.RawValue == String {
  try named(name, what, among: Value.allCases.map { ($0.rawValue, $0) })
}

/// The names of all cases, for the help of an option: `svg, png, pdf`.
public func names<Value: CaseIterable & RawRepresentable>(of type: Value.Type) -> String
where Value.RawValue == String {
  type.allCases.map(\.rawValue).joined(separator: ", ")
}
