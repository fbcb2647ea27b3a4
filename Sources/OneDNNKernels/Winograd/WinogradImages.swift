import CWinograd
import Kernels

extension Winograd {
  /// Images as the input transform reads them: a normalization and a relu that are not computed yet are applied to
  /// each number as it is loaded.
  struct Images {
    private let buffer: Buffer
    /// Mean, slope, bias and floor of each block of channels, if there is anything to apply.
    private let affines: Buffer?

    init(_ x: Buffer, _ g: ImageGeometry) {
      guard let prologue = x.prologue else {
        (buffer, affines) = (x.arranged(.blocked(g.shape)), nil)
        return
      }
      buffer = prologue.input
      let affines = Buffer(count: 64 * prologue.maps.count)
      for (block, map) in prologue.maps.enumerated() {
        for (i, vector) in [map.mean, map.slope, map.bias, map.floor].enumerated() {
          affines.vectors[4 * block + i] = vector
        }
      }
      self.affines = affines
    }

    /// Calls `body` with the address of the first pixel, and that of what to apply to a block of channels, if anything.
    func read(
      _ body: (
        _ start: UnsafePointer<Float>, _ affine: (_ block: Int) -> UnsafePointer<winograd_affine>?
      ) -> Void
    ) {
      withExtendedLifetime((buffer, affines)) {
        let first = affines.map {
          UnsafeRawPointer($0.start).assumingMemoryBound(to: winograd_affine.self)
        }
        body(buffer.start) { block in first.map { $0 + block } }
      }
    }
  }
}
