import Kernels

// A convolution group by group; without groups there is one.

extension Lanes {
  /// The sum of products of each window and each filter, and the bias.
  public static func conv2D(_ x: Buffer, _ w: Buffer, _ b: Buffer?, _ g: Conv2DGeometry) -> Buffer {
    let (x, w, y) = (x.plain, w.plain, Buffer(count: g.outputCount))
    let (images, windows) = padded(g)
    let result = outputs(g)
    defer {
      images.free()
      result.free()
    }
    let (filters, numbers) = (g.outputsPerGroup, windows.offsets.count)
    for group in 0..<g.groups {
      let own = w.start + group * filters * numbers
      let weights = Windows.packed(filters, numbers) { own[$0 * numbers + $1] }
      for first in stride(from: 0, to: g.images, by: 8) {
        images.load(
          x.start, g.input, from: first, channel: group * g.channelsPerGroup, padding: g.padding)
        windows.convolve(images, weights, into: result)
        result.store(y.start, g.output, from: first, channel: group * filters, count: filters)
      }
    }
    if let b = b?.plain {
      g.output.forEachPlane { channel, pixels in
        for i in pixels { y.start[i] += b.start[channel] }
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
      channels: outputs, height: g.height + g.kernel - 1, width: g.width + g.kernel - 1)
    let result = EightImages(channels: Windows.fours(inputs), height: g.height, width: g.width)
    defer {
      gradients.free()
      result.free()
    }
    let windows = Windows(of: g.kernel, on: gradients, rows: g.height, columns: g.width)
    let window = g.kernel * g.kernel
    for group in 0..<g.groups {
      let own = w.start + group * outputs * inputs * window
      let weights = Windows.packed(inputs, windows.offsets.count) { input, number in
        own[(number / window * inputs + input) * window + window - 1 - number % window]
      }
      for first in stride(from: 0, to: g.images, by: 8) {
        gradients.load(
          dy.start, g.output, from: first, channel: group * outputs,
          padding: g.kernel - 1 - g.padding, step: g.stride)
        windows.convolve(gradients, weights, into: result)
        result.store(dx.start, g.input, from: first, channel: group * inputs, count: inputs)
      }
    }
    return dx
  }

  /// Of each weight, the sum over all positions of all images.
  public static func conv2DWeightGradient(_ dy: Buffer, _ x: Buffer, _ g: Conv2DGeometry) -> Buffer
  {
    let (dy, x, dw) = (dy.plain, x.plain, Buffer(count: g.weightCount))
    let (images, windows) = padded(g)
    let gradients = outputs(g)
    defer {
      images.free()
      gradients.free()
    }
    let (filters, numbers) = (g.outputsPerGroup, windows.offsets.count)
    for group in 0..<g.groups {
      var sums = Windows.packed(filters, numbers) { _, _ in 0 }
      for first in stride(from: 0, to: g.images, by: 8) {
        images.load(
          x.start, g.input, from: first, channel: group * g.channelsPerGroup, padding: g.padding)
        gradients.load(dy.start, g.output, from: first, channel: group * filters, count: filters)
        windows.addWeightGradient(images, gradients, to: &sums)
      }
      let own = dw.start + group * filters * numbers
      for filter in 0..<filters {
        for number in 0..<numbers {
          own[filter * numbers + number] = sums[(filter / 4 * numbers + number) * 4 + filter % 4]
        }
      }
    }
    return dw
  }

  /// The sum of each channel of `dy`, in `Double`.
  public static func conv2DBiasGradient(_ dy: Buffer, _ g: Conv2DGeometry) -> Buffer {
    let dy = dy.plain
    var db = [Double](repeating: 0, count: g.outChannels)
    g.output.forEachPlane { channel, pixels in
      for i in pixels { db[channel] += Double(dy.start[i]) }
    }
    return Buffer(db.map { Float($0) })
  }

  /// Room for the padded channels of one group, and the windows on them.
  private static func padded(_ g: Conv2DGeometry) -> (EightImages, Windows) {
    let images = EightImages(
      channels: g.channelsPerGroup, height: g.height + 2 * g.padding,
      width: g.width + 2 * g.padding)
    return (
      images,
      Windows(of: g.kernel, on: images, rows: g.outHeight, columns: g.outWidth, stride: g.stride)
    )
  }

  /// Room for the output channels of one group, and for as many more as make fours.
  private static func outputs(_ g: Conv2DGeometry) -> EightImages {
    EightImages(
      channels: Windows.fours(g.outputsPerGroup), height: g.outHeight, width: g.outWidth)
  }
}
