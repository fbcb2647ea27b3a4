import Autograd
import Chapter3Blocks
import Layers

/// The three blocks of chapter 3 that differ in their order, in a row.
///
/// - Parameters:
///   - channels: before the first block, between them and after the last.
///   - stride: 1 keeps the height and width, 2 halves them.
///   - random: where the first weights come from.
func threeBlocks(channels: [Int], stride: Int = 1, using random: inout Random) -> Sequential {
  Sequential(named: [
    ("conv-BN-ReLU", Residual(channels[0], channels[1], stride: stride, using: &random)),
    (
      "BN-ReLU-conv",
      PreactivationResidual(channels[1], channels[2], stride: stride, using: &random)
    ),
    ("He 2016", SharedPreactivation(channels[2], channels[3], stride: stride, using: &random)),
  ])
}
