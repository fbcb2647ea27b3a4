extension Tape {
  /// What kind of operation a line records.
  ///
  /// Each operation declares its own kind in its file, and a drawing switches over them:
  /// `case .conv2D, .linear: …`. One of your own carries its title:
  ///
  ///     extension Tape.Operation { static let swish = Self("Swish") }
  public struct Operation: Hashable, Sendable, CustomStringConvertible {
    /// The name it is printed by; two kinds with the same title are the same.
    public let title: String

    /// - Parameter title: the name it is printed by, such as `conv2D`.
    public init(_ title: String) { self.title = title }

    /// The title.
    public var description: String { title }
  }
}

extension Tape.Operation {
  /// A tensor that was put on the tape.
  public static let input = Self("input")
  /// A parameter, the first time it is used.
  public static let parameter = Self("parameter")
}
