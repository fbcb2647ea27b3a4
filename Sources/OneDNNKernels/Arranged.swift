import Kernels

// Buffers that know how they are arranged, and become arranged otherwise only if they must.

extension Buffer {
  /// Room for numbers in this arrangement, not yet filled.
  convenience init(_ arrangement: Arrangement) {
    self.init(
      count: arrangement.shape.reduce(1, *), stored: arrangement.stored,
      layout: arrangement.isPlain ? nil : arrangement)
  }

  /// Numbers in this arrangement that are computed when somebody first reads them.
  convenience init(_ arrangement: Arrangement, pending: any Pending) {
    self.init(
      count: arrangement.shape.reduce(1, *), stored: arrangement.stored,
      layout: arrangement.isPlain ? nil : arrangement, pending: pending)
  }

  /// Zeros, arranged as `other` is.
  static func zeros(like other: Buffer) -> Buffer {
    let zeros = Buffer(like: other)
    zeros.start.update(repeating: 0, count: zeros.stored)
    return zeros
  }

  /// The arrangement of this buffer, if it holds numbers of the given shape.
  func arrangement(_ shape: [Int]) -> Arrangement {
    layout.map { $0 as! Arrangement } ?? .plain(shape)
  }

  /// This buffer if it is arranged like that already, otherwise a copy that is.
  func arranged(_ wanted: Arrangement) -> Buffer {
    if layout === wanted || (layout == nil && wanted.isPlain) { return self }
    let present = arrangement(wanted.shape)
    // The weights of a grouped convolution have an axis more; row-major order is the same for both.
    if present.shape != wanted.shape { return plain.arranged(wanted) }
    return Primitive.cached(.reorder(from: present, to: wanted)) {
      Primitive(reordering: present, to: wanted)
    }.run([self])[0]
  }

  /// This buffer if its numbers lie in the same order as those of `other`, otherwise a copy.
  func arranged(like other: Buffer) -> Buffer {
    if layout === other.layout { return self }
    let shape = ((other.layout ?? layout) as! Arrangement).shape
    return arranged(other.arrangement(shape))
  }
}
