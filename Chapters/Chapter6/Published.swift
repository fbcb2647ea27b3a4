/// What the papers report, as far as this chapter prints it.
enum Published {
  /// One layer deleted from a residual net of 110 layers, and from a plain one of 15, VGG, on CIFAR-10.
  ///
  /// Veit et al. 2016, section 4.1.
  static let deletions = (
    residual: "hardly any change", halving: "a modest change", plain: "about chance, 90 % wrong"
  )

  /// More than 95 % of the paths through so many blocks have so many branches.
  ///
  /// The same, section 5.
  static let (blocks, lengths) = (54, 19...35)

  /// Those that carry the gradient, 0.45 % of all.
  static let effective = 5...17

  /// The top-1 error of ResNet-50 on ImageNet, in percent, with batches of 256.
  ///
  /// Goyal et al. 2017, table 2b.
  static let (gammaOne, gammaZero) = (23.84, 23.60)
}
