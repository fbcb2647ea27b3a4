import CWinograd
import Kernels

extension Winograd {
  /// The sizes of a tile, and its transforms.
  struct Scheme {
    /// How many numbers a tile has in the Winograd domain.
    let points: Int
    /// Sides, in pixels, and how far the window moves.
    let output, window, stride: Int
    let functions: winograd_scheme

    init(_ name: Int) {
      functions = winograd_scheme_of(Int32(name)).pointee
      points = Int(functions.points * functions.points)
      (output, window) = (Int(functions.outputs), Int(functions.window))
      stride = Int(functions.stride)
    }

    /// The scheme with the fewest products for this convolution, if the algorithm applies and is worth its transforms.
    static func paying(_ g: Conv2DGeometry) -> Scheme? {
      guard OneDNN.mayUseWinograd, g.groups == 1, g.padding < g.kernel,
        winograd_has_vectors() != 0, g.outputCount * g.inChannels >= 1 << 20
      else { return nil }
      let schemes = (0..<Int(winograd_schemes)).map(Scheme.init).filter { $0.applies(to: g) }
      let direct = g.kernel * g.kernel * g.outHeight * g.outWidth * g.inChannels * g.outChannels
      return schemes.min { $0.products(g) < $1.products(g) }.flatMap {
        4 * $0.products(g) <= 3 * direct ? $0 : nil
      }
    }

    private func applies(to g: Conv2DGeometry) -> Bool {
      // At stride 2 the tiles cover every input only if the padding is 1.
      window == g.kernel && stride == g.stride && (stride == 1 || g.padding == 1)
    }

    /// The products of an image, with those for gaps.
    private func products(_ g: Conv2DGeometry) -> Int {
      let tiles = { (length: Int) in (length + output - 1) / output }
      return tiles(g.outHeight) * tiles(g.outWidth) * points
        * g.blockedInChannels * g.blockedOutChannels
    }

    /// As many tiles, of so many channels before and behind, as a core's cache holds in the Winograd domain.
    func tilesInCache(_ inChannels: Int, _ outChannels: Int) -> Int {
      let bytes = 4 * points * (inChannels + outChannels)
      return min(max(cache / bytes / 8 * 8, 64), 256)
    }
  }
}

/// Bytes, of the core's own.
private let cache = 768 << 10
