import Autograd

// What the lists of parts are made of that are written from the sources, in place of `Layers/Reflection.swift`.

/// The parts in one stored property, by its type.
public func found(_ name: String, _ parameter: Parameter) -> [Part] {
  [Part(name: name, content: .parameter(parameter))]
}

public func found(_ name: String, _ parameter: Parameter?) -> [Part] {
  parameter.map { [Part(name: name, content: .parameter($0), isOptional: true)] } ?? []
}

public func found(_ name: String, _ layer: any Layer) -> [Part] {
  [Part(name: name, content: .layer(layer))]
}

public func found(_ name: String, _ layer: (any Layer)?) -> [Part] {
  layer.map { [Part(name: name, content: .layer($0), isOptional: true)] } ?? []
}

public func found(_ name: String, _ layers: [any Layer]) -> [Part] {
  layers.enumerated().map { Part(name: "\(name).\($0)", content: .layer($1)) }
}

public func found<Kind: Layer>(_ name: String, _ layers: [Kind]) -> [Part] {
  layers.enumerated().map { Part(name: "\(name).\($0)", content: .layer($1)) }
}

@_disfavoredOverload
public func found<Other>(_ name: String, _ other: Other) -> [Part] { [] }

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
