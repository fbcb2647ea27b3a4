extension Tape {
  /// The same as `Autograd/Operation.swift`, but for titles that are compared byte by byte: to compare strings
  /// as text takes Swift's tables of Unicode, 56 KB gzipped.
  public struct Operation: Hashable, Sendable {
    public let title: String
    public init(_ title: String) { self.title = title }
    public var description: String { title }

    public static func == (a: Operation, b: Operation) -> Bool { a.title.utf8.elementsEqual(b.title.utf8) }
    public func hash(into hasher: inout Hasher) { for byte in title.utf8 { hasher.combine(byte) } }
  }
}

extension Tape.Operation {
  public static let input = Self("input")
  public static let parameter = Self("parameter")
}
