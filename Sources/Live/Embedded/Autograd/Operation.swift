extension Tape {
  /// The same as `Autograd/Operation.swift`, but for titles that are compared byte by byte: to compare strings
  /// as text takes Swift's tables of Unicode, 56 KB gzipped.
  public struct Operation: Hashable, Sendable {
    /// What it is called: `conv2D`.
    public let title: String
    /// The same.
    public var description: String { title }

    /// An operation of this title.
    public init(_ title: String) { self.title = title }

    /// Whether both have the same title.
    public static func == (a: Operation, b: Operation) -> Bool { same(a.title, b.title) }

    /// Feeds the bytes of the title to the hasher.
    public func hash(into hasher: inout Hasher) {
      var title = title
      title.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
  }
}

extension Tape.Operation {
  /// A watched tensor.
  public static let input = Self("input")
  /// A parameter.
  public static let parameter = Self("parameter")
}
