extension Tape {
  /// The same as `Autograd/Operation.swift`, but for titles that are compared byte by byte: to compare strings
  /// as text takes Swift's tables of Unicode, 56 KB gzipped.
  public struct Operation: Hashable, Sendable {
    public let title: String
    public init(_ title: String) { self.title = title }
    public var description: String { title }

    public static func == (a: Operation, b: Operation) -> Bool { same(a.title, b.title) }
    public func hash(into hasher: inout Hasher) {
      var title = title
      title.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
  }
}

extension Tape.Operation {
  public static let input = Self("input")
  public static let parameter = Self("parameter")
}
