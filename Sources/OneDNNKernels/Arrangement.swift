import ConeDNN
import Kernels

/// One way of arranging the numbers of one shape in memory, as oneDNN describes it.
///
/// Convolutions run fastest when sixteen channels of a pixel lie side by side, so that one
/// instruction can work on all of them. Which arrangement is best depends on the shape; oneDNN picks,
/// and the others follow, so that numbers are moved only where two picks disagree.
///
/// Equal arrangements are one object: comparing them is comparing references.
final class Arrangement: Layout, @unchecked Sendable {
  let description: dnnl_memory_desc_t
  let shape: [Int]
  /// How many floats it takes up.
  let stored: Int
  /// Whether it is row-major.
  let isPlain: Bool

  private init(_ description: dnnl_memory_desc_t) {
    var description = description
    self.description = description
    stored = (dnnl_memory_desc_get_size(&description) + 3) / 4
    shape = withUnsafeBytes(of: &description.dims) { dims in
      dims.bindMemory(to: dnnl_dim_t.self).prefix(Int(description.ndims)).map(Int.init)
    }
    var rows = describe(rowsOf: shape)
    isPlain = dnnl_memory_desc_equal(&rows, &description) == 1
  }

  nonisolated(unsafe) private static var known: [Arrangement] = []
  nonisolated(unsafe) private static var plains: [[Int]: Arrangement] = [:]

  static func of(_ description: dnnl_memory_desc_t) -> Arrangement {
    Engine.lock.around {
      var description = description
      let same = known.first { other in
        var other = other.description
        return dnnl_memory_desc_equal(&other, &description) == 1
      }
      if let same { return same }
      known.append(Arrangement(description))
      return known.last!
    }
  }

  /// Row-major.
  static func plain(_ shape: [Int]) -> Arrangement {
    Engine.lock.around {
      if let known = plains[shape] { return known }
      let plain = Arrangement.of(describe(rowsOf: shape))
      plains[shape] = plain
      return plain
    }
  }

  func plain(_ buffer: Buffer) -> Buffer { buffer.arranged(.plain(shape)) }
}

extension Arrangement: Hashable {
  static func == (a: Arrangement, b: Arrangement) -> Bool { a === b }
  func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

extension Buffer {
  /// Room for numbers in this arrangement, not yet filled.
  convenience init(_ arrangement: Arrangement) {
    self.init(
      count: arrangement.shape.reduce(1, *), stored: arrangement.stored,
      layout: arrangement.isPlain ? nil : arrangement)
  }

  /// The arrangement of this buffer, if it holds numbers of the given shape.
  func arrangement(_ shape: [Int]) -> Arrangement {
    layout.map { $0 as! Arrangement } ?? .plain(shape)
  }

  /// This buffer if it is arranged like that already, otherwise a copy that is.
  func arranged(_ wanted: Arrangement) -> Buffer {
    if layout === wanted || (layout == nil && wanted.isPlain) { return self }
    let present = arrangement(wanted.shape)
    return Primitive.cached(.reorder(from: present, to: wanted)) {
      Primitive(reordering: present, to: wanted)
    }.run([self])[0]
  }
}

/// A description of numbers of this shape in row-major order.
func describe(rowsOf shape: [Int]) -> dnnl_memory_desc_t {
  var dims = shape.map(Int64.init)
  var strides = shape.indices.map { Int64(shape[($0 + 1)...].reduce(1, *)) }
  var description = dnnl_memory_desc_t()
  must(
    dnnl_memory_desc_init_by_strides(&description, Int32(shape.count), &dims, dnnl_f32, &strides))
  return description
}

/// A description of numbers of this shape, arranged as `tag` says.
func describe(_ shape: [Int], _ tag: dnnl_format_tag_t) -> dnnl_memory_desc_t {
  var description = dnnl_memory_desc_t()
  var dims = shape.map(Int64.init)
  must(dnnl_memory_desc_init_by_tag(&description, Int32(shape.count), &dims, dnnl_f32, tag))
  return description
}
