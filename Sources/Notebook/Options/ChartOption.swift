/// Whether charts are printed, small, above the paths of their files.
enum ChartOption: String, CaseIterable {
  /// In a terminal, but not into a file or a pipe.
  case auto
  case always, never

  func applies(to terminal: Terminal) -> Bool {
    switch self {
    case .auto: terminal.isTerminal
    case .always: true
    case .never: false
    }
  }
}
