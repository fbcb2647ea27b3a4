import CWinograd
import Kernels

extension Winograd {
  /// The tiles that images are cut into, numbered row by row and image by image; those at the edges may overhang.
  struct Tiles {
    private let output: ImageGeometry
    private let scheme: Scheme
    private let rows, columns: Int
    /// How many tiles an image has.
    var ofImage: Int { rows * columns }

    init(of output: ImageGeometry, _ scheme: Scheme) {
      (self.output, self.scheme) = (output, scheme)
      let side = scheme.output
      (rows, columns) = ((output.height + side - 1) / side, (output.width + side - 1) / side)
    }

    var count: Int { output.images * rows * columns }

    /// Visits some tiles of one block of channels: the first number of a tile's plane, in floats, and its place in it.
    ///
    /// - Parameters:
    ///   - g: the images that the planes are of.
    ///   - side: from one tile to the next, in pixels.
    ///   - padding: how far above and left of the image the first tile begins.
    @inline(__always)
    private func forEach(
      _ some: Range<Int>, _ block: Int, of g: ImageGeometry, side: Int, padding: Int = 0,
      _ visit: (_ plane: Int, _ place: UnsafePointer<winograd_place>) -> Void
    ) {
      let (image, first) = some.lowerBound.quotientAndRemainder(dividingBy: rows * columns)
      var plane = (image * g.blocks + block) * g.pixels * 16
      var (row, column) = first.quotientAndRemainder(dividingBy: columns)
      for _ in some {
        let place = winograd_place(
          height: g.height, width: g.width, top: row * side - padding,
          left: column * side - padding)
        withUnsafePointer(to: place) { visit(plane, $0) }
        column += 1
        if column == columns { (row, column) = (row + 1, 0) }
        if row == rows { (row, plane) = (0, plane + g.blocks * g.pixels * 16) }
      }
    }

    /// The input transform of some tiles of `x`, `[N, C, H, W]`.
    ///
    /// - Parameters:
    ///   - affine: what is applied first to a block of channels, if anything.
    ///   - column: where the first tile goes, of a block of channels.
    func transformInputs(
      _ x: UnsafePointer<Float>, _ affine: (_ block: Int) -> UnsafePointer<winograd_affine>?,
      _ g: ImageGeometry, padding: Int, _ some: Range<Int>,
      to column: (_ block: Int) -> Points.Column
    ) {
      for block in 0..<g.blocks {
        var column = column(block)
        let affine = affine(block)
        forEach(some, block, of: g, side: scheme.output * scheme.stride, padding: padding) {
          plane, place in
          scheme.functions.input(x + plane, place, affine, column.next())
        }
      }
    }

    /// The output transform of some tiles to `y`, `[N, O, H, W]`; adds `bias` to each channel.
    func transformOutputs(
      _ column: (_ block: Int) -> Points.Column, bias: UnsafePointer<Float>?, _ some: Range<Int>,
      to y: UnsafeMutablePointer<Float>
    ) {
      // Images of more bytes than that have left the cache before anybody reads them.
      let streams: Int32 = 4 * output.count > 6 << 20 ? 1 : 0
      for block in 0..<output.blocks {
        var column = column(block)
        forEach(some, block, of: output, side: scheme.output) { plane, place in
          scheme.functions.output(
            column.next(), bias.map { $0 + 16 * block }, y + plane, place, streams)
        }
      }
      winograd_finish()
    }

    /// The transform of the gradient of some tiles, `dy`, `[N, O, H, W]`.
    func transformOutputGradients(
      _ dy: UnsafePointer<Float>, _ some: Range<Int>, to column: (_ block: Int) -> Points.Column
    ) {
      for block in 0..<output.blocks {
        var column = column(block)
        forEach(some, block, of: output, side: scheme.output) { plane, place in
          scheme.functions.output_gradient(dy + plane, place, column.next())
        }
      }
    }

    /// The gradient of some tiles of the input, to `dx`, `[N, C, H, W]`; where tiles overlap, it is added up.
    func transformInputGradients(
      _ column: (_ block: Int) -> Points.Column, _ g: ImageGeometry, padding: Int,
      _ some: Range<Int>, to dx: UnsafeMutablePointer<Float>
    ) {
      for block in 0..<g.blocks {
        var column = column(block)
        forEach(some, block, of: g, side: scheme.output * scheme.stride, padding: padding) {
          plane, place in
          scheme.functions.input_gradient(column.next(), dx + plane, place)
        }
      }
    }
  }
}
