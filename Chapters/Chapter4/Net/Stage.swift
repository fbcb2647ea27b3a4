import Autograd
import Chapter3Blocks
import Layers

/// A stage: some of the ResNet-18 notebook's blocks in a row, all with the same number of channels.
///
/// If the channels change, the first block changes them, and halves the height and width. In the notebook
/// an argument, `first_block`, says that the first stage does neither.
///
/// - Parameters:
///   - inChannels: the channels the stage is given.
///   - outChannels: the channels it returns.
///   - blocks: how many blocks it has, at least one.
///   - random: where the first weights come from.
/// - Returns: a layer that turns `[N, inChannels, H, W]` into `[N, outChannels, H, W]` if the two are the
///   same, otherwise into `[N, outChannels, ⌈H / 2⌉, ⌈W / 2⌉]`.
public func stage(
  from inChannels: Int, to outChannels: Int, blocks: Int, using random: inout Random
) -> Sequential {
  require(blocks >= 1, "stage: blocks is \(blocks), but must be at least 1")
  let changes = inChannels != outChannels
  let first = Residual(inChannels, outChannels, stride: changes ? 2 : 1, using: &random)
  let others = (1..<blocks).map { _ in
    Residual(outChannels, outChannels, using: &random)
  }
  return Sequential([first] + others)
}

/// A stage of the notebook's bottlenecks.
///
/// - Parameters:
///   - inChannels: the channels the stage is given.
///   - outChannels: the channels the stage returns; its 3 × 3 convolutions have a quarter of them.
///   - blocks: how many blocks it has, at least one.
///   - stride: that of the first block; 2 halves the height and width.
///   - random: where the first weights come from.
func bottleneckStage(
  from inChannels: Int, to outChannels: Int, blocks: Int, stride: Int, using random: inout Random
) -> Sequential {
  let first = ResidualBottleneck(inChannels, outChannels, stride: stride, using: &random)
  let others = (1..<blocks).map { _ in
    ResidualBottleneck(outChannels, outChannels, using: &random)
  }
  return Sequential([first] + others)
}
