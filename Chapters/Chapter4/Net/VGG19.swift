import Autograd
import Layers

/// VGG-19, the deepest net of the year before residual nets.
///
/// Simonyan and Zisserman 2015, "Very deep convolutional networks for large-scale image recognition",
/// table 1, E. Its dropout, which only training needs, is left out. The layers have torchvision's names.
public final class VGG19: Layer {
  /// Sixteen 3 × 3 convolutions in five groups, each group followed by a pooling that halves the image.
  public let features: Sequential
  /// Three fully connected layers.
  public let classifier: Sequential

  /// - Parameters:
  ///   - classes: how many scores it returns for each image.
  ///   - random: where the first weights come from.
  public init(classes: Int = 1000, using random: inout Random) {
    var layers: [any Layer] = []
    var channels = 3
    for (wanted, convolutions) in [(64, 2), (128, 2), (256, 4), (512, 4), (512, 4)] {
      for _ in 0..<convolutions {
        layers.append(Conv2D(channels, wanted, kernelSize: 3, padding: 1, using: &random))
        layers.append(ReLU())
        channels = wanted
      }
      layers.append(MaxPool2D(kernelSize: 2))
    }
    features = Sequential(layers)
    classifier = Sequential(
      Linear(512 * 7 * 7, 4096, using: &random), ReLU(), Linear(4096, 4096, using: &random), ReLU(),
      Linear(4096, classes, using: &random))
  }

  /// - Parameter x: images, `[N, 3, 224, 224]`.
  /// - Returns: a score for each class, `[N, classes]`.
  public func forward(_ x: Tensor) -> Tensor { classifier(features(x).flattened()) }
}
