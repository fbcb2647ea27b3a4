import Autograd

// What the lists of parts are made of that are written from the sources, in place of `Layers/Reflection.swift`.

/// Adds the parts in one stored property, by its type.
@inline(never)
public func addParts(of parameter: Parameter, _ name: String, to parts: inout [Part]) {
  parts.append(Part(name: name, content: .parameter(parameter)))
}

/// The same.
@inline(never)
public func addParts(of parameter: Parameter?, _ name: String, to parts: inout [Part]) {
  guard let parameter else { return }
  parts.append(Part(name: name, content: .parameter(parameter), isOptional: true))
}

/// The same.
@inline(never)
public func addParts(of layer: any Layer, _ name: String, to parts: inout [Part]) {
  parts.append(Part(name: name, content: .layer(layer)))
}

/// The same.
@inline(never)
public func addParts(of layer: (any Layer)?, _ name: String, to parts: inout [Part]) {
  guard let layer else { return }
  parts.append(Part(name: name, content: .layer(layer), isOptional: true))
}

/// The same.
@inline(never)
public func addParts(of layers: [any Layer], _ name: String, to parts: inout [Part]) {
  for (i, layer) in layers.enumerated() {
    parts.append(Part(name: "\(name).\(i)", content: .layer(layer)))
  }
}

/// The same.
public func addParts<Kind: Layer>(of layers: [Kind], _ name: String, to parts: inout [Part]) {
  addParts(of: layers.map { $0 as any Layer }, name, to: &parts)
}

/// Nothing else has parts.
@_disfavoredOverload
public func addParts<Other>(of other: Other, _ name: String, to parts: inout [Part]) {}

// And what Embedded Swift cannot do with `any Layer`.

/// A protocol whose values may be `any Layer` may stand only on others for classes.
public typealias CustomStringConvertible = Any

extension Sequential {
  /// An array of layers of one kind does not become one of any kind by itself.
  public convenience init<Kind: Layer>(_ layers: [Kind]) {
    self.init(layers.map { $0 as any Layer })
  }
}

extension ObjectIdentifier {
  /// `any Layer` is no class of its own, whose identity Embedded Swift would ask for.
  public init(_ layer: any Layer) { self.init(layer as AnyObject) }
}
