import Foundation

/// The capabilities of a terminal: redrawing a line, color, Unicode.
public struct Terminal: Sendable {
  /// The terminal of standard output, where results go.
  public static let standardOutput = Terminal(descriptor: 1)

  /// The terminal of standard error, where progress goes: a chapter's output can then be redirected
  /// without it.
  public static let standardError = Terminal(descriptor: 2)

  /// Whether a line can be redrawn: this is a terminal, it is not dumb, and no CI records it.
  public let isLive: Bool

  /// Whether somebody looks at it: this is no file and no pipe.
  public let isTerminal: Bool

  package let colors: Colors

  /// Whether the locale is UTF-8, so that characters beyond ASCII are shown.
  public let isUnicode: Bool

  private let columns: @Sendable () -> Int?
  private let assumedWidth: Int

  /// Whether it shows colors.
  public var hasColor: Bool { colors != .none }

  /// The number of columns, queried each time because windows are resized.
  public var width: Int {
    if let columns = columns(), columns > 0 { columns } else { assumedWidth }
  }

  /// The terminal behind an open file descriptor, or what else is there.
  public init(descriptor: Int32) {
    self.init(
      isTerminal: isatty(descriptor) == 1, environment: ProcessInfo.processInfo.environment,
      columns: { windowColumns(descriptor) })
  }

  /// A terminal with given capabilities, for tests.
  package init(
    isTerminal: Bool, environment: [String: String],
    columns: @escaping @Sendable () -> Int? = { nil }
  ) {
    func said(_ name: String) -> String? {
      environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }
    let isCapable = isTerminal && (said("TERM") ?? "dumb") != "dumb"
    self.isTerminal = isTerminal
    isLive = isCapable && said("CI") == nil
    colors = Colors(isCapable: isCapable, said: said)
    // The first of the three that is set decides, as in setlocale(3).
    let locale = said("LC_ALL") ?? said("LC_CTYPE") ?? said("LANG") ?? "C"
    isUnicode = locale.uppercased().contains("UTF")
    assumedWidth = said("COLUMNS").flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil } ?? 80
    self.columns = columns
  }
}

private func windowColumns(_ descriptor: Int32) -> Int? {
  var size = winsize()
  return ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 ? Int(size.ws_col) : nil
}
