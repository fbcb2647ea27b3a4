import Autograd
import Chapter4Net
import Layers

/// A part of a net: a layer of the stem, a stage, or the head.
package struct NetPart {
  /// The shape after it, for one image.
  package var shape: [Int]
  package var parameters: Int64
  package var multiplyAdds: Int64
}

/// What the nets of chapter 4 have, part by part, for any width, without a net of that width in memory.
///
/// All channels but those of the images are multiples of the width, so a convolution has either as many
/// weights as the square of the width, or as many as the width. Counts are polynomials of the second degree, and
/// three nets, of widths 1, 2 and 3, say which.
package struct DepthCounts {
  /// Layers with weights on the longest path.
  package private(set) var depth = 0
  /// The parts of the three nets.
  private var known: [[NetPart]] = []

  /// - Parameters:
  ///   - isNotebooks: the ResNet-18 notebook's variant, otherwise torchvision's.
  ///   - side: the height and width of the image.
  package init(_ depth: Depth, isNotebooks: Bool, side: Int, inChannels: Int, classes: Int) {
    for width in 1...3 {
      var random = Random(seed: 1)
      let net: any Layer =
        isNotebooks
        ? ResNet(
          depth, inChannels: inChannels, classes: classes, width: width, using: &random)
        : TorchvisionResNet(
          depth, inChannels: inChannels, classes: classes, width: width, using: &random)
      add(net, [1, inChannels, side, side])
    }
  }

  private mutating func add(_ net: any Layer, _ image: [Int]) {
    var (parts, shape) = ([NetPart](), image)
    depth = 0
    let children = net.children
    for (_, layer) in children {
      // torchvision's net flattens in its `forward`; a second time changes nothing.
      if parts.count == children.count - 1 { shape = [1, shape[1] * shape[2] * shape[3]] }
      let survey = Survey(of: layer, input: shape)
      shape = layer(.zeros(shape)).shape
      depth += survey.depth
      parts.append(
        NetPart(
          shape: shape, parameters: Int64(layer.parameterCount),
          multiplyAdds: Int64(survey.multiplyAdds)))
    }
    known.append(parts)
  }

  /// In the net's order; the last part is the linear layer.
  ///
  /// - Parameter width: the channels of the first convolution.
  package func parts(width: Int) -> [NetPart] {
    known[0].indices.map { i in
      let three = known.map { $0[i] }
      func count(_ number: (NetPart) -> Int64) -> Int64 {
        Self.polynomial(three.map(number), at: Int64(width))
      }
      return NetPart(
        shape: three[0].shape.indices.map { axis in Int(count { Int64($0.shape[axis]) }) },
        parameters: count { $0.parameters }, multiplyAdds: count { $0.multiplyAdds })
    }
  }

  /// The polynomial of the second degree through three values at 1, 2 and 3 (Newton's forward differences).
  private static func polynomial(_ values: [Int64], at x: Int64) -> Int64 {
    let (first, second) = (values[1] - values[0], values[2] - 2 * values[1] + values[0])
    return values[0] + (x - 1) * first + (x - 1) * (x - 2) / 2 * second
  }
}
