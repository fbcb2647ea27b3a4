/// How many colors a terminal has.
package enum Colors: Sendable {
  case none

  /// The 256 of xterm, among them 24 grays.
  case palette

  /// Red, green and blue, 8 bits each.
  case full

  /// The usual precedence: variables that force color, then https://no-color.org, then the terminal.
  init(isCapable: Bool, said: (String) -> String?) {
    let isForced = ["FORCE_COLOR", "CLICOLOR_FORCE"].contains { (said($0) ?? "0") != "0" }
    guard isForced || (isCapable && said("NO_COLOR") == nil) else {
      self = .none
      return
    }
    self = ["truecolor", "24bit"].contains(said("COLORTERM") ?? "") ? .full : .palette
  }
}
