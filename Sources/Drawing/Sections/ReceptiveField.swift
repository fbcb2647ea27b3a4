import Autograd

extension Graph {
  /// For each node, how many pixels of the image, each way, one number of its result depends on.
  ///
  /// A window of k pixels adds k − 1 times the distance between the pixels it looks at, and a stride
  /// multiplies that distance for all windows behind it. The field of a sum is the largest of what it adds;
  /// behind a mean over all pixels or a fully connected layer there is none. Padding does not count, so a
  /// field can be larger than the image.
  var receptiveFields: [Int?] {
    var fields: [(size: Int, step: Int)?] = []
    for node in nodes {
      let given = node.inputs.compactMap { fields[$0] }
      guard node.shape.count == 4, given.count == node.inputs.count else {
        fields.append(nil)
        continue
      }
      let before = given.max { $0.size < $1.size } ?? (1, 1)
      let isKnown = node.inputs.allSatisfy {
        nodes[$0].shape.dropFirst(2) == node.shape.dropFirst(2)
      }
      switch node.operation {
      case .conv2D, .maxPool2D, .averagePool2D:
        let (window, stride) = (node.setting("kernelSize") ?? 1, node.setting("stride") ?? 1)
        fields.append((before.size + (window - 1) * before.step, before.step * stride))
      case .globalAveragePool2D: fields.append(nil)
      default: fields.append(isKnown ? before : nil)
      }
    }
    return fields.map { $0?.size }
  }
}
