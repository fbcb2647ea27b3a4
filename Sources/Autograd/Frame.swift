extension Tape {
  /// One call of a layer that an operation happened inside.
  public struct Frame: Hashable, Sendable {
    /// Which layer.
    public let layer: ObjectIdentifier
    /// Which call of a layer on this tape it is: a layer may be called twice in a row.
    public let call: Int
    /// The layer's type: `Conv2D`.
    public var name: String { "\(type)" }
    private let type: Any.Type

    init(_ layer: AnyObject, call: Int) {
      (self.layer, self.call, type) = (ObjectIdentifier(layer), call, Swift.type(of: layer))
    }

    /// Two frames are equal if they are of the same layer.
    public static func == (a: Frame, b: Frame) -> Bool { a.layer == b.layer }
    /// Hashes the layer.
    public func hash(into hasher: inout Hasher) { hasher.combine(layer) }
  }
}
