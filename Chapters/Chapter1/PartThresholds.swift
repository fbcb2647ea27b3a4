import Chapter1Net

/// The bounds of the chapter's parts, each with what was measured over seeds 1 to 5.
enum PartThresholds {
  /// How far the sum over all paths may be from the gradient, relatively: 6e-8 to 5e-7.
  static let paths = 1e-5

  /// Branches on a path, weighted by its gradient: 0.49 to 0.53 and 4.4 to 4.6, of 28.
  static let meanLength: [Activation: Double] = [.sigmoid: 0.8, .tanh: 6]

  /// How far the variance of first weights may be from its formula: 0.0003 to 0.007.
  static let variance = 0.03

  /// The same of the factor per layer: 0.001 to 0.045.
  static let factor = 0.1

  /// How far weights drawn by hand may be from the library's: 0.
  static let byHand = 1e-6

  /// How far the growth of a gradient per layer may be from the formula, relatively.
  ///
  /// Over seeds 1 to 3: 0.005 to 0.01.
  static let growth = 0.05
}
