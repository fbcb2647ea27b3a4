import Kernels

/// A normalization, perhaps with a relu behind it, that a kernel applies to numbers as it loads them.
///
/// Its result then never exists in memory. (Compilers call it prologue fusion.) A kernel that reads its
/// input in small parts asks the buffer for it:
///
///     if let prologue = x.prologue { … prologue.maps[block].with { map in load(prologue.input, map) } … }
///
/// What lies in the padding around an image is zero, and is no number that is normalized. All other
/// kernels read `start`, which computes the numbers once.
struct Prologue {
  /// What to load, in blocks of sixteen channels: `Arrangement.blocked`.
  let input: Buffer
  /// What to do to it, one for each block of channels.
  let maps: [Affine]
}

extension Buffer {
  /// What these numbers can be computed by as they are loaded, if nobody has computed them yet.
  var prologue: Prologue? {
    switch pending {
    case let norm as PendingNormalization: norm.prologue(relu: false)
    case let relu as PendingReLU: relu.norm.prologue(relu: true)
    default: nil
    }
  }
}
