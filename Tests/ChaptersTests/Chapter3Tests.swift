import Autograd
import Chapter3Blocks
import Layers
import TestSupport
import Testing

@Suite struct Chapter3Tests {
  @Test func itTellsItsStoryAndAllChecksHold() throws {
    try inTemporaryFolder { folder in
      let result = try Program(name: "chapter3").run([], in: folder)
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.output.contains("checks: 44 passed, 0 failed"))
    }
  }

  @Test func theSameSeedPrintsTheSame() throws {
    try inTemporaryFolder { folder in
      let chapter3 = Program(name: "chapter3")
      let first = try chapter3.run(["--seed", "5"], in: folder).output
      #expect(try chapter3.run(["--seed", "5"], in: folder).output == first)
      #expect(try chapter3.run(["--seed", "6"], in: folder).output != first)
    }
  }
}

@Suite struct BlocksTests {
  /// Every block there is, from 4 channels to `channels`.
  static func blocks(to channels: Int, stride: Int) -> [any Layer] {
    var random = Random(seed: 1)
    let basic = BasicBlock.Shortcut.allCases.map {
      BasicBlock(4, channels, stride: stride, shortcut: $0, using: &random)
    }
    return [
      Residual(4, channels, stride: stride, using: &random),
      PreactivationResidual(4, channels, stride: stride, using: &random),
      SharedPreactivation(4, channels, stride: stride, using: &random),
    ] + basic
  }

  @Test(arguments: [(4, 1), (4, 2), (6, 1), (6, 2)], [5, 6, 9])
  func branchAndShortcutFitAtEverySize(setting: (channels: Int, stride: Int), height: Int) {
    let out = (height + setting.stride - 1) / setting.stride
    for block in Self.blocks(to: setting.channels, stride: setting.stride) {
      let y = block(.ones([2, 4, height, height + 1]))
      let width = (height + setting.stride) / setting.stride
      #expect(y.shape == [2, setting.channels, out, width], "\(type(of: block))")
    }
  }

  @Test func parametersHaveTheNamesOfThePyTorchCode() {
    var random = Random(seed: 1)
    #expect(
      Residual(4, 6, stride: 2, using: &random).namedParameters.map(\.name) == [
        "conv1.weight", "conv1.bias", "conv2.weight", "conv2.bias", "conv3.weight", "conv3.bias",
        "b1.weight", "b1.bias", "b2.weight", "b2.bias",
      ])
    #expect(
      BasicBlock(4, 6, stride: 2, using: &random).namedParameters.map(\.name) == [
        "conv1.weight", "bn1.weight", "bn1.bias", "conv2.weight", "bn2.weight", "bn2.bias",
        "downsample.0.weight", "downsample.1.weight", "downsample.1.bias",
      ])
    #expect(
      PreactivationResidual(4, 4, using: &random).namedParameters.map(\.name) == [
        "conv1.weight", "conv1.bias", "bn1.weight", "bn1.bias", "conv2.weight", "conv2.bias",
        "bn2.weight", "bn2.bias",
      ])
  }

  /// With a branch of zeros the shortcut comes out.
  @Test func withoutItsConvolutionsABlockReturnsWhatItIsGiven() {
    var random = Random(seed: 1)
    let x = Tensor.uniform([2, 4, 5, 5], in: -1...1, using: &random)
    for block in Self.blocks(to: 4, stride: 1) {
      for (name, parameter) in block.namedParameters where name.hasPrefix("conv") {
        parameter.value = .zeros(parameter.value.shape)
      }
      let before = !(block is PreactivationResidual || block is SharedPreactivation)
      let hasProjection = block.namedParameters.contains { $0.name.hasPrefix("downsample") }
      if hasProjection { continue }
      #expect(block(x).scalars == (before ? relu(x) : x).scalars, "\(type(of: block))")
    }
  }

  @Test func zerosFillTheChannelsThatAreMissing() {
    var random = Random(seed: 1)
    let block = BasicBlock(4, 6, stride: 2, shortcut: .zeroPadding, using: &random)
    block.conv2.weight.value = .zeros([6, 6, 3, 3])
    let x = Tensor.uniform([1, 4, 5, 5], in: 0.1...1, using: &random)
    let y = block(x).scalars
    #expect(y[..<9].elementsEqual([0, 2, 4, 10, 12, 14, 20, 22, 24].map { x.scalars[$0] }))
    #expect(y[36...].allSatisfy { $0 == 0 } && y.count == 54)
  }
}
