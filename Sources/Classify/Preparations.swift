import Autograd
import Datasets
import Images
import Training

// How a picture becomes the input of a net.

extension Preparation {
  /// That of torchvision's nets trained on ImageNet.
  static let imageNet = Preparation(
    shorterSide: 256, side: 224, mean: [0.485, 0.456, 0.406], deviation: [0.229, 0.224, 0.225])

  /// Pixels from 0 to 1, not normalized.
  static func bare(side: Int, channels: Int) -> Preparation {
    Preparation(
      shorterSide: side, side: side, mean: Array(repeating: 0, count: channels),
      deviation: Array(repeating: 1, count: channels))
  }

  func with(shorterSide: Int) -> Preparation {
    Preparation(
      shorterSide: shorterSide, side: side, mean: mean, deviation: deviation,
      classNames: classNames)
  }

  /// A batch of one picture, `[1, C, side, side]`, with as many channels as there are means.
  ///
  /// - Parameter name: what a sentence calls the picture.
  /// - Throws: `SentenceError` if the picture is far too long for its width.
  func callAsFunction(_ picture: RGBImage, name: String) throws -> Tensor {
    let picture = mean.count == 1 ? picture.grayed : picture
    let middle = try picture.resized(shorterSide: shorterSide, name: name).centerCropped(to: side)
    let numbers = zip(mean, deviation).enumerated().map { channel, numbers in
      Normalize(mean: numbers.0, deviation: numbers.1)(middle.plane(channel))
    }
    return Tensor(Array(numbers.joined()), shape: [1, mean.count, side, side])
  }
}
