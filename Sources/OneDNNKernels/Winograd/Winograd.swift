import Kernels

/// Convolution with windows of 3 × 3 at stride 1 by Winograd's algorithm (Lavin and Gray 2016, "Fast
/// algorithms for convolutional neural networks", section 4).
///
/// Images are cut into tiles of three by three outputs. Input tiles and filters are transformed to the
/// Winograd domain, where convolution is an elementwise product: twenty-five products a tile instead of
/// eighty-one. The sum over the channels is taken in the Winograd domain, too, so for each of its
/// twenty-five points that is a matrix product, tiles × channels times channels × channels, which is what a
/// processor does fastest. The output transform leads back.
///
/// The transforms round a little more than the direct sum.
enum Winograd {
  /// Whether the algorithm applies, and is worth its transforms.
  ///
  /// The products grow with input channels times output channels, the transforms only with their sum. With
  /// fewer than 256, oneDNN's own Winograd (version 2), which keeps its tiles in the cache, is faster.
  static func pays(_ g: Conv2DGeometry) -> Bool {
    OneDNN.mayUseWinograd && g.groups == 1 && g.kernel == 3 && g.stride == 1 && g.padding <= 2
      && g.inChannels.isMultiple(of: 16) && g.outChannels.isMultiple(of: 16)
      && min(g.inChannels, g.outChannels) >= 256
      && g.outputCount * g.inChannels >= 1 << 24
  }

  static func conv2D(_ x: Buffer, _ w: Buffer, _ b: Buffer?, _ g: Conv2DGeometry) -> Buffer {
    let u = Matrices(25, g.inChannels, g.outChannels)
    g.windows.transform(w, rotated: false, into: u.buffer)
    return correlate(x, u, b?.plain, padding: g.padding, from: g.input, to: g.output)
  }

  /// The gradient of a convolution's input is a convolution, too: of `dy`, with each filter rotated
  /// by half a turn, and input and output channels exchanged.
  static func inputGradient(_ dy: Buffer, _ w: Buffer, _ g: Conv2DGeometry) -> Buffer {
    let u = Matrices(25, g.outChannels, g.inChannels, transposed: true)
    g.windows.transform(w, rotated: true, into: u.buffer)
    return correlate(dy, u, nil, padding: 2 - g.padding, from: g.output, to: g.input)
  }

  static func weightGradient(_ dy: Buffer, _ x: Buffer, _ g: Conv2DGeometry) -> Buffer {
    let x = x.arranged(.blocked(g.input.shape))
    let dy = dy.arranged(.blocked(g.output.shape))
    let sums = g.output.tiles(with: g.inChannels).map { tiles in
      let v = Matrices(25, g.inChannels, tiles.count, transposed: true)
      let d = Matrices(25, tiles.count, g.outChannels)
      tiles.inputTransform(x, g.input, padding: g.padding, into: v.buffer)
      tiles.outputGradientTransform(dy, blocks: g.output.blocks, into: d.buffer)
      return v.times(d).buffer
    }
    return g.windows.gradient(sums.dropFirst().reduce(sums[0], OneDNN.add))
  }

  private static func correlate(
    _ x: Buffer, _ u: Matrices, _ b: Buffer?, padding: Int, from input: ImageGeometry,
    to output: ImageGeometry
  ) -> Buffer {
    let x = x.arranged(.blocked(input.shape))
    let y = Buffer(.blocked(output.shape))
    for tiles in output.tiles(with: input.channels) {
      let v = Matrices(25, tiles.count, input.channels)
      tiles.inputTransform(x, input, padding: padding, into: v.buffer)
      tiles.outputTransform(v.times(u).buffer, bias: b, blocks: output.blocks, into: y)
    }
    return y
  }
}

extension Conv2DGeometry {
  /// The input and output images.
  fileprivate var input: ImageGeometry {
    ImageGeometry(images: images, channels: inChannels, height: height, width: width)
  }
  fileprivate var output: ImageGeometry {
    ImageGeometry(images: images, channels: outChannels, height: outHeight, width: outWidth)
  }
  fileprivate var windows: WinogradWindows {
    WinogradWindows(inChannels: inChannels, outChannels: outChannels)
  }
}

extension ImageGeometry {
  /// The tiles of some images at a time, so that their transforms take no more than 32 MB.
  fileprivate func tiles(with channels: Int) -> [WinogradTiles] {
    let bytes = 4 * 25 * WinogradTiles(images: 0..<1, of: self).count * (self.channels + channels)
    let some = max(1, (32 << 20) / bytes)
    return stride(from: 0, to: images, by: some).map { first in
      WinogradTiles(images: first..<min(first + some, images), of: self)
    }
  }
}
