import Foundation
import Sentences
import Training

// The preparation of pictures for a net from a file: what the options say, or the file, or what is usual.

extension RecognizedNet {
  /// How pictures are prepared, and a remark if that was chosen between two usual ways.
  ///
  /// - Parameter shorterSide: that of `--resize`, if it was given.
  /// - Throws: `SentenceError` if the net does not accept such pictures.
  func preparation(
    in checkpoint: Checkpoint, _ file: URL, shorterSide: Int?
  ) throws -> (preparation: Preparation, remark: String?) {
    let said = checkpoint.preparation ?? usual
    guard said.mean.count == channels, sides ~= said.side else {
      throw SentenceError(
        "\(file.path) says that its net is shown pictures of \(said.mean.count)×\(said.side)×\(said.side), "
          + "which \(title) cannot be")
    }
    if let shorterSide {
      guard shorterSide >= said.side else {
        throw SentenceError(
          "--resize is \(shorterSide), but \(title) is shown \(said.side) pixels each way")
      }
      return (said.with(shorterSide: shorterSide), nil)
    }
    guard hasTwoSets, checkpoint.preparation == nil else { return (said, nil) }
    let set = ImageNetWeights(name: file.lastPathComponent, metadata: checkpoint.metadata)
    return (
      said.with(shorterSide: (set ?? .first).shorterSide), remark(on: set, in: file.path)
    )
  }

  /// Which of torchvision's two sets of weights was taken to be in a file, and how to choose the other.
  private func remark(on set: ImageNetWeights?, in file: String) -> String {
    let (taken, other) = ((set ?? .first), (set ?? .first).other)
    let reason =
      set == nil
      ? "Neither the name nor the metadata of \(file) says which it holds"
      : "The name or the metadata of \(file) says \(taken.rawValue)"
    return
      "torchvision has two sets of weights for such a net: for \(ImageNetWeights.first.rawValue) the "
      + "shorter side of a picture is made \(ImageNetWeights.first.shorterSide) pixels, for "
      + "\(ImageNetWeights.second.rawValue) \(ImageNetWeights.second.shorterSide). \(reason), so "
      + "\(taken.shorterSide) was taken; --resize \(other.shorterSide) chooses the other."
  }
}
