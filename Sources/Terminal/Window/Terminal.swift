import Foundation

/// What the window at the other end can do: redraw a line, show color, show Unicode.
public struct Terminal: Sendable {
  /// The window of standard output, where results go.
  public static let standardOutput = Terminal(descriptor: 1)

  /// The window of standard error, where progress goes, so that what a chapter prints stays clean.
  public static let standardError = Terminal(descriptor: 2)

  /// Whether a line can be redrawn: there is a window, it is not dumb, and nobody records it.
  public let isLive: Bool

  package let colors: Colors

  /// Whether the locale promises that characters beyond ASCII arrive as they were sent.
  public let isUnicode: Bool

  private let columns: @Sendable () -> Int?
  private let assumedWidth: Int

  public var hasColor: Bool { colors != .none }

  /// How many columns there are now; it is asked anew each time, because windows are resized.
  public var width: Int {
    if let columns = columns(), columns > 0 { columns } else { assumedWidth }
  }

  /// Whatever is at the other end of an open file descriptor.
  public init(descriptor: Int32) {
    self.init(
      isTerminal: isatty(descriptor) == 1, environment: ProcessInfo.processInfo.environment,
      columns: { windowColumns(descriptor) })
  }

  /// A terminal described rather than asked, which is how tests make one.
  package init(
    isTerminal: Bool, environment: [String: String],
    columns: @escaping @Sendable () -> Int? = { nil }
  ) {
    func said(_ name: String) -> String? {
      environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }
    let isCapable = isTerminal && (said("TERM") ?? "dumb") != "dumb"
    isLive = isCapable && said("CI") == nil
    colors = Colors(isCapable: isCapable, said: said)
    // The first of the three that says anything decides, as in setlocale(3).
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
