import Autograd
import Chapter3Blocks
import Chapter7Blocks
import Layers
import Notebook

/// A block that is compared with others: each with about as many parameters.
enum Kind: String, CaseIterable, Codable, CustomStringConvertible {
  case residual = "residual, 2015"
  case resNeXt = "ResNeXt"
  case squeezeExcitation = "squeeze-and-excitation"

  var description: String { rawValue }

  /// A block of this kind.
  ///
  /// - Parameters:
  ///   - inChannels: the channels it is given.
  ///   - outChannels: the channels it returns; a branch of ResNeXt has a quarter as many as the block returns.
  func block(_ inChannels: Int, _ outChannels: Int, stride: Int = 1, using random: inout Random)
    -> any Layer
  {
    switch self {
    case .residual: BasicBlock(inChannels, outChannels, stride: stride, using: &random)
    case .resNeXt:
      ResNeXtBlock(
        inChannels, outChannels, stride: stride, cardinality: 16, width: outChannels / 4,
        using: &random)
    case .squeezeExcitation:
      SqueezeExcitationBlock(inChannels, outChannels, stride: stride, using: &random)
    }
  }

  /// A small net of four blocks: two of 16 channels, two of 32 at half the size.
  func net(using random: inout Random) -> Sequential {
    Sequential(named: [
      ("conv", Conv2D(1, 16, kernelSize: 3, stride: 2, padding: 1, bias: false, using: &random)),
      ("norm", BatchNorm2D(16)), ("relu", ReLU()),
      ("stage1", stage(16, 16, stride: 1, using: &random)),
      ("stage2", stage(16, 32, stride: 2, using: &random)),
      ("pool", GlobalAveragePool2D()), ("flatten", Flatten()),
      ("fc", Linear(32, 10, using: &random)),
    ])
  }

  private func stage(_ from: Int, _ to: Int, stride: Int, using random: inout Random)
    -> Sequential
  {
    let first = block(from, to, stride: stride, using: &random)
    return Sequential(first, block(to, to, using: &random))
  }
}

/// The parameters and multiply-adds of each block, and of a net of four.
func budgetTable(using random: inout Random) -> Table {
  var table = Table(
    "block", "parameters", "multiply-adds", "net: parameters", "net: multiply-adds")
  for kind in Kind.allCases {
    let (block, net) = (kind.block(16, 16, using: &random), kind.net(using: &random))
    table.add(
      kind, block.parameterCount, Survey(of: block, input: [1, 16, 14, 14]).multiplyAdds,
      net.parameterCount, Survey(of: net, input: [1, 1, 28, 28]).multiplyAdds)
  }
  return table
}

extension Checks {
  /// No net of the three has 7 % more parameters or multiply-adds than that of 2015.
  mutating func expectEqualBudgets(using random: inout Random) {
    let nets = Kind.allCases.map { $0.net(using: &random) }
    let parameters = nets.map { Double($0.parameterCount) }
    let products = nets.map { Double(Survey(of: $0, input: [1, 1, 28, 28]).multiplyAdds) }
    for (what, counts) in [("parameters", parameters), ("multiply-adds", products)] {
      expect(
        "\(what) of each net, divided by those of 2015, differ from 1",
        got: counts.map { abs($0 / counts[0] - 1) }, .atMost(0.07))
    }
  }
}
