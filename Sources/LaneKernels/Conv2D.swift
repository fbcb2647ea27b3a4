import Kernels

// A convolution group by group; without groups there is one.

extension Lanes {
  /// The sum of products of each window and each filter, and the bias.
  public static func conv2D(_ x: Buffer, _ w: Buffer, _ b: Buffer?, _ g: Conv2DGeometry) -> Buffer {
    let (x, w, y) = (x.plain, w.plain, Buffer(count: g.outputCount))
    let (images, windows) = windows(of: g)
    let result = outputs(of: g)
    defer {
      images.free()
      result.free()
    }
    let filters = g.outputsPerGroup
    let biases = b?.scalars ?? Array(repeating: 0, count: g.outChannels)
    for group in 0..<g.groups {
      let own = w.start + group * filters * windows.count
      let weights = windows.packed(filters) { filter, channel, pixel in
        own[(filter * windows.channels + channel) * windows.window + pixel]
      }
      let bias = biases[group * filters..<(group + 1) * filters] + [0, 0, 0]
      for first in stride(from: 0, to: g.images, by: 8) {
        images.load(x.start, g.input, from: first, channel: group * g.channelsPerGroup)
        windows.convolve(images, weights, Array(bias), into: result)
        result.store(y.start, g.output, from: first, channel: group * filters, count: filters)
      }
    }
    return y
  }

  /// A convolution of `dy`: each pixel is a sum over all windows that it was in.
  ///
  /// With a stride the gradients are spread apart. The last window that a pixel was in saw it through its
  /// first weight.
  public static func conv2DInputGradient(_ dy: Buffer, _ w: Buffer, _ g: Conv2DGeometry) -> Buffer {
    let (dy, w, dx) = (dy.plain, w.plain, Buffer(count: g.inputCount))
    let (inputs, outputs) = (g.channelsPerGroup, g.outputsPerGroup)
    let gradients = EightImages(
      channels: outputs, height: (g.outHeight - 1) * g.stride + 1,
      width: (g.outWidth - 1) * g.stride + 1)
    let result = EightImages(channels: Windows.fours(inputs), height: g.height, width: g.width)
    defer {
      gradients.free()
      result.free()
    }
    let windows = Windows(
      of: g.kernel, on: gradients, rows: g.height, columns: g.width,
      padding: g.kernel - 1 - g.padding)
    let zeros = [Float](repeating: 0, count: Windows.fours(inputs))
    for group in 0..<g.groups {
      let own = w.start + group * outputs * inputs * windows.window
      let weights = windows.packed(inputs) { input, output, pixel in
        own[(output * inputs + input) * windows.window + windows.window - 1 - pixel]
      }
      for first in stride(from: 0, to: g.images, by: 8) {
        gradients.load(
          dy.start, g.output, from: first, channel: group * outputs, step: g.stride)
        windows.convolve(gradients, weights, zeros, into: result)
        result.store(dx.start, g.input, from: first, channel: group * inputs, count: inputs)
      }
    }
    return dx
  }

  /// Of each weight, the sum over all positions of all images.
  public static func conv2DWeightGradient(_ dy: Buffer, _ x: Buffer, _ g: Conv2DGeometry) -> Buffer
  {
    let (dy, x, dw) = (dy.plain, x.plain, Buffer(count: g.weightCount))
    let (images, windows) = windows(of: g)
    let gradients = outputs(of: g)
    defer {
      images.free()
      gradients.free()
    }
    let filters = g.outputsPerGroup
    for group in 0..<g.groups {
      var sums = windows.packed(filters) { _, _, _ in 0 }
      for first in stride(from: 0, to: g.images, by: 8) {
        images.load(x.start, g.input, from: first, channel: group * g.channelsPerGroup)
        gradients.load(dy.start, g.output, from: first, channel: group * filters, count: filters)
        windows.addWeightGradient(images, gradients, to: &sums)
      }
      let own = dw.start + group * filters * windows.count
      windows.unpack(sums, filters) { filter, channel, pixel, sum in
        own[(filter * windows.channels + channel) * windows.window + pixel] = sum
      }
    }
    return dw
  }

  /// The sum of each channel of `dy`, in `Double`.
  public static func conv2DBiasGradient(_ dy: Buffer, _ g: Conv2DGeometry) -> Buffer {
    let numbers = dy.plain
    let dy = numbers.start
    defer { withExtendedLifetime(numbers) {} }
    return Buffer(sums(g.output) { i, _ in Double(dy[i]) }.map { Float($0) })
  }

  /// Room for the channels of one group, and the windows on them.
  private static func windows(of g: Conv2DGeometry) -> (EightImages, Windows) {
    let images = EightImages(channels: g.channelsPerGroup, height: g.height, width: g.width)
    return (
      images,
      Windows(
        of: g.kernel, on: images, rows: g.outHeight, columns: g.outWidth, stride: g.stride,
        padding: g.padding)
    )
  }

  /// Room for the output channels of one group, and for as many more as make fours.
  private static func outputs(of g: Conv2DGeometry) -> EightImages {
    EightImages(
      channels: Windows.fours(g.outputsPerGroup), height: g.outHeight, width: g.outWidth)
  }
}
