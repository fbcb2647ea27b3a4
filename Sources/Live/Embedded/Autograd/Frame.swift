extension Tape {
  /// One call of a layer, whose type's name a page cannot ask for.
  ///
  /// It stands in for `Autograd/Frame.swift`.
  public struct Frame: Hashable, Sendable {
    /// The layer.
    public let layer: ObjectIdentifier
    /// Which of its calls it is.
    public let call: Int

    init(_ layer: AnyObject, call: Int) {
      (self.layer, self.call) = (ObjectIdentifier(layer), call)
    }

    /// Whether both are calls of the same layer.
    public static func == (a: Frame, b: Frame) -> Bool { a.layer == b.layer }

    /// Feeds the layer's identity to the hasher.
    public func hash(into hasher: inout Hasher) { hasher.combine(layer) }
  }
}
