import ConeDNN
import Kernels

/// One way of arranging the numbers of one shape in memory, as oneDNN describes it.
///
/// Convolutions run fastest when sixteen channels of a pixel lie side by side, so that one
/// instruction can work on all of them. Which arrangement is best depends on the shape; oneDNN picks,
/// and the others follow, so that numbers are moved only where two picks disagree.
///
/// Equal arrangements are one object, which lives as long as the program: comparing them is comparing
/// references.
final class Arrangement: Layout, @unchecked Sendable {
  let description: one_desc_t
  let shape: [Int]
  /// How many floats it takes up.
  let stored: Int
  /// Whether it is row-major.
  let isPlain: Bool

  private init(_ description: one_desc_t) {
    self.description = description
    stored = (dnnl_memory_desc_get_size(description) + 3) / 4
    shape = (0..<one_desc_axes(description)).map { Int(one_desc_length(description, $0)) }
    // Nothing to compute, such as an empty scratchpad, is described by no axes.
    guard !shape.isEmpty else { isPlain = true; return }
    let rows = describe(rowsOf: shape)
    isPlain = dnnl_memory_desc_equal(rows, description) == 1
    one_desc_destroy(rows)
  }

  nonisolated(unsafe) private static var known: [Arrangement] = []
  nonisolated(unsafe) private static var named: [Name: Arrangement] = [:]

  /// What an arrangement is asked for by.
  private enum Name: Hashable {
    case strided([Int], by: [Int])
    case tagged([Int], UInt32)
  }

  /// The one object for `description`, which is handed over.
  static func of(_ description: one_desc_t) -> Arrangement {
    Engine.lock.around {
      let same = known.first { dnnl_memory_desc_equal($0.description, description) == 1 }
      if let same {
        one_desc_destroy(description)
        return same
      }
      known.append(Arrangement(description))
      return known.last!
    }
  }

  /// The one of this name, described the first time it is asked for.
  private static func named(_ name: Name, _ describe: () -> one_desc_t) -> Arrangement {
    Engine.lock.around {
      if let known = named[name] { return known }
      let new = Arrangement.of(describe())
      named[name] = new
      return new
    }
  }

  /// Row-major.
  static func plain(_ shape: [Int]) -> Arrangement { strided(shape, by: rowMajor(shape)) }

  /// Each step along an axis is a step of so many numbers in memory.
  static func strided(_ shape: [Int], by strides: [Int]) -> Arrangement {
    named(.strided(shape, by: strides)) { describe(shape, by: strides) }
  }

  /// `[N, C / 16, H, W, 16]`: sixteen channels of a pixel side by side, zeros after the last channel.
  ///
  /// - Parameter shape: `[N, C, H, W]`.
  static func blocked(_ shape: [Int]) -> Arrangement { tagged(shape, dnnl_nChw16c) }

  /// `[O / 16, C / 16, K, K, 16, 16]`: sixteen output channels of a weight side by side, and then the
  /// next of sixteen input channels.
  ///
  /// - Parameter shape: `[O, C, K, K]`.
  static func blockedWindows(_ shape: [Int]) -> Arrangement { tagged(shape, dnnl_OIhw16i16o) }

  /// `[O / 16, C / 16, K, K, 16, 16]`: sixteen input channels of a weight side by side, and then the
  /// next of sixteen output channels.
  ///
  /// - Parameter shape: `[O, C, K, K]`.
  static func blockedTransposed(_ shape: [Int]) -> Arrangement { tagged(shape, dnnl_OIhw16o16i) }

  private static func tagged(_ shape: [Int], _ tag: dnnl_format_tag_t) -> Arrangement {
    named(.tagged(shape, tag.rawValue)) {
      one_desc_tagged(Int32(shape.count), shape.map(Int64.init), tag)!
    }
  }

  func plain(_ buffer: Buffer) -> Buffer { buffer.arranged(.plain(shape)) }
}

extension Arrangement: Hashable {
  static func == (a: Arrangement, b: Arrangement) -> Bool { a === b }
  func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

/// A description of numbers of this shape in row-major order.
func describe(rowsOf shape: [Int]) -> one_desc_t { describe(shape, by: rowMajor(shape)) }

private func describe(_ shape: [Int], by strides: [Int]) -> one_desc_t {
  one_desc_strided(Int32(shape.count), shape.map(Int64.init), strides.map(Int64.init))!
}

private func rowMajor(_ shape: [Int]) -> [Int] {
  shape.indices.map { shape[($0 + 1)...].reduce(1, *) }
}

/// A description of numbers of this shape, arranged as oneDNN likes best.
func describeAny(_ shape: [Int]) -> one_desc_t {
  one_desc_tagged(Int32(shape.count), shape.map(Int64.init), dnnl_format_tag_any)!
}
