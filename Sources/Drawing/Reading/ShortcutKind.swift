/// What is on a shortcut.
///
/// The names are those of He et al. 2015.
enum ShortcutKind: String, CaseIterable {
  case identity = "identity shortcut"
  /// Convolutions with windows of 1 × 1, or linear layers.
  case projection = "projection shortcut"
  /// Zeros in place of missing channels.
  case padding = "zero-padding shortcut"
  /// Anything else: a larger convolution, a factor.
  case other = "shortcut with operations of its own"

  /// Its name in a legend.
  func name(_ words: Words) -> String {
    switch self {
    case .identity: words(.identityShortcut)
    case .projection: words(.shortcutWithConvolution)
    case .padding: words(.paddingShortcut)
    case .other: words(.otherShortcut)
    }
  }

  /// - Parameter nodes: the operations on the shortcut.
  init(_ nodes: [Node]) {
    let weighted = nodes.filter(\.isWeighted)
    if nodes.isEmpty {
      self = .identity
    } else if !weighted.isEmpty, weighted.allSatisfy({ ($0.setting("kernelSize") ?? 1) == 1 }) {
      self = .projection
    } else {
      self = weighted.isEmpty && nodes.contains { $0.operation == .padChannels } ? .padding : .other
    }
  }
}
