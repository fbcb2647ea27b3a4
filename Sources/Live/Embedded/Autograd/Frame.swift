extension Tape {
  /// One call of a layer, whose type's name a page cannot ask for.
  ///
  /// It stands in for `Autograd/Frame.swift`.
  public struct Frame: Hashable, Sendable {
    public let layer: ObjectIdentifier
    public let call: Int

    init(_ layer: AnyObject, call: Int) {
      (self.layer, self.call) = (ObjectIdentifier(layer), call)
    }

    public static func == (a: Frame, b: Frame) -> Bool { a.layer == b.layer }
    public func hash(into hasher: inout Hasher) { hasher.combine(layer) }
  }
}
