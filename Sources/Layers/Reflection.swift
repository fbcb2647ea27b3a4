import Autograd

/// The parameters and layers that the stored properties of a layer hold, as Swift's own reflection lists
/// them.
///
/// Superclasses, optionals, arrays and their slices, dictionaries, tuples, structs, enums and other objects
/// are searched, at any depth. What a closure has captured cannot be seen. The names are those that PyTorch
/// would give: `blocks.1`, `heads.color`, `norm.weight`.
struct Reflection {
  /// In the order they are declared, those of a superclass first.
  private(set) var parts: [Part] = []
  private var seen: Set<ObjectIdentifier>
  private let layer: any Layer

  init(of layer: any Layer) {
    (self.layer, seen) = (layer, [ObjectIdentifier(layer)])
    searchProperties(Mirror(reflecting: layer), "", false)
  }

  private mutating func search(_ value: Any, _ name: String, _ isOptional: Bool) {
    if let optional = value as? any OptionalValue {
      return optional.content.map { search($0, name, true) } ?? ()
    }
    if let parameter = value as? Parameter {
      return parts.append(Part(name: name, content: .parameter(parameter), isOptional: isOptional))
    }
    if let layer = value as? any Layer {
      return parts.append(Part(name: name, content: .layer(layer), isOptional: isOptional))
    }
    if isPlain(type(of: value)) { return }
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .collection:
      if let type = type(of: value) as? any Holder.Type, isPlain(type.held) { return }
      for (i, child) in mirror.children.enumerated() {
        search(child.value, "\(name).\(i)", isOptional)
      }
    case .dictionary:
      searchDictionary(mirror, name, isOptional)
    case .set:
      let before = parts.count
      for child in mirror.children { search(child.value, name, isOptional) }
      require(
        parts.count == before,
        "\(type(of: layer)): \(name) is a set, whose order differs from run to run; use an array")
    case .class where !seen.insert(ObjectIdentifier(value as AnyObject)).inserted:
      return
    default:
      searchProperties(mirror, name + ".", isOptional)
    }
  }

  /// A dictionary's order differs from run to run, that of the keys as text does not.
  private mutating func searchDictionary(_ mirror: Mirror, _ name: String, _ isOptional: Bool) {
    let pairs = mirror.children.map { Array(Mirror(reflecting: $0.value).children.map(\.value)) }
    for (key, value) in pairs.map({ ("\($0[0])", $0[1]) }).sorted(by: { $0.0 < $1.0 }) {
      search(value, "\(name).\(key)", isOptional)
    }
  }

  private mutating func searchProperties(_ mirror: Mirror, _ prefix: String, _ isOptional: Bool) {
    if let inherited = mirror.superclassMirror { searchProperties(inherited, prefix, isOptional) }
    for (label, value) in mirror.children {
      let label = label ?? "?"
      let lazy = "$__lazy_storage_$_"
      guard label.hasPrefix(lazy) else {
        // The first element of a tuple is called `.0`.
        search(value, prefix + label.trimmingPrefix("."), isOptional)
        continue
      }
      let name = prefix + label.dropFirst(lazy.count)
      require(
        (value as? any OptionalValue)?.content != nil || !holdsParts(type(of: value)),
        "\(type(of: layer)): \(name) is a lazy var that nobody has read yet, so its parameters do not exist; make it a let, or read it in init: _ = \(name)"
      )
      if let value = (value as? any OptionalValue)?.content { search(value, name, isOptional) }
    }
  }
}

extension Layer {
  /// Found by reflection.
  public var parts: [Part] { Reflection(of: self).parts }
}

/// An optional of whatever type, which a cast to `any Layer` would look through.
private protocol OptionalValue { var content: Any? { get } }
extension Optional: OptionalValue { fileprivate var content: Any? { self } }

/// A type whose values hold values of one other type.
private protocol Holder { static var held: Any.Type { get } }
extension Optional: Holder { fileprivate static var held: Any.Type { Wrapped.self } }
extension Array: Holder { fileprivate static var held: Any.Type { Element.self } }
extension ArraySlice: Holder { fileprivate static var held: Any.Type { Element.self } }

/// Whether values of this type hold no parts, and perhaps very many numbers.
private func isPlain(_ type: Any.Type) -> Bool {
  type is any Numeric.Type || type is any StringProtocol.Type || type == Bool.self
    || type == Tensor.self
}

private func holdsParts(_ type: Any.Type) -> Bool {
  if let holder = type as? any Holder.Type { return holdsParts(holder.held) }
  return type is any Layer.Type || type == Parameter.self || type == (any Layer).self
}
