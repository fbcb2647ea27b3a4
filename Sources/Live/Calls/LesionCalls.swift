import Chapter6Net
import Datasets
import Layers

// What a page asks of the net of chapter 6 whose blocks are deleted.

nonisolated(unsafe) private var lesions: Lesions?

/// - Returns: how many numbers the net learns.
@_cdecl("lesions_begin") public func lesionsBegin(
  stage: Int32, isResidual: Int32, seed: UInt32, training: Int32
) -> Int32 {
  let new = Lesions(
    stage: Int(stage), isResidual: isResidual != 0, seed: UInt64(seed), training: Int(training))
  lesions = new
  return Int32(new.net.parameterCount)
}

/// - Returns: the loss of the batch that was learned from.
@_cdecl("lesions_step") public func lesionsStep() -> Float { lesions?.step() ?? .nan }

/// After the last batch.
@_cdecl("lesions_refresh") public func lesionsRefresh() { lesions?.refreshStatistics() }

/// - Parameter deleted: a bit for each block.
/// - Returns: how many blocks the second stage has; the answer has the number of pictures recognized behind each.
@_cdecl("lesions_recognized") public func lesionsRecognized(deleted: UInt32) -> Int32 {
  guard let count = lesions?.net.blocks.count else { return 0 }
  let isDeleted = (0..<count).map { deleted >> UInt32($0) & 1 == 1 }
  return reply((lesions?.recognized(isDeleted: isDeleted) ?? []).map { Float($0) })
}

/// - Returns: how many numbers the answer has: the class, 784 pixels from 0 to 1, and ten probabilities behind
///   each block of the second stage.
@_cdecl("lesions_picture") public func lesionsPicture(number: Int32) -> Int32 {
  guard let lesions else { return 0 }
  let picture = Int(number)
  return reply(
    [Float(lesions.unseen.labels[picture])]
      + lesions.unseen.picture(at: picture).map { Float($0) / 255 }
      + lesions.probabilities(of: picture))
}
