import Autograd
import Chapter2Net
import Chapter3Blocks
import Layers
import Testing

@testable import Live

@Suite struct BlockVariantsTests {
  @Test func allBlocksHaveTheSameKernelsAndWhereTheyHaveBiasesTheSameBiases() throws {
    for stride in [1, 2] {
      let blocks = BlockVariants(seed: 3, stride: stride, batches: 0).blocks.compactMap { $0 }
      let kernels = blocks.map { BlockVariants.kernels(of: $0).map { $0.value.scalars } }
      let common = kernels.map { $0.count }.min()!
      for those in kernels { #expect(Array(those[..<common]) == Array(kernels[0][..<common])) }
      #expect(kernels.suffix(4).allSatisfy { $0 == kernels.last })
    }
    let blocks = BlockVariants(seed: 3, stride: 1, batches: 0).blocks
    let notebooks = try (
      #require(blocks[0] as? ResidualBlock), #require(blocks[1] as? Residual),
      #require(blocks[3] as? PreactivationResidual)
    )
    let biases = [
      notebooks.0.conv1.bias, notebooks.1.conv1.bias, notebooks.2.conv1.bias,
    ].map { $0?.value.scalars }
    #expect(biases[0] != nil && Set(biases).count == 1)
  }

  @Test func theyAreTheChaptersFiveInItsOrder() {
    let blocks = BlockVariants(seed: 1, stride: 1, batches: 0).blocks.map { "\(type(of: $0!))" }
    #expect(
      blocks == [
        "ResidualBlock", "Residual", "BasicBlock", "PreactivationResidual", "SharedPreactivation",
      ])
    #expect(BlockVariants(seed: 1, stride: 2, batches: 0).blocks[0] == nil)
  }

  @Test func theInputStaysHoweverManyBatchesTheNormsHaveSeen() {
    let inputs = [0, 7].map { BlockVariants(seed: 2, stride: 1, batches: $0).x }
    #expect(inputs[0].shape == [8, 4, 14, 14])
    #expect(inputs[0].scalars == inputs[1].scalars)
  }

  @Test func biasesBehindWhichThereIsANormChangeNothingInTrainingMode() throws {
    for seed in UInt64(1)...5 {
      let outputs = BlockVariants(seed: seed, stride: 1, batches: 0).outputs(isTraining: true)
      let distance = OutputDistance(outputs[1]!, outputs[2]!)
      // Seeds 1 to 5: 9.5e-7 to 1.2e-6.
      #expect(distance.largest < 2e-5)
    }
  }

  @Test func aBiasBehindWhichThereIsNoNormAddsOneNumberToEachChannel() {
    for seed in UInt64(1)...5 {
      let outputs = BlockVariants(seed: seed, stride: 1, batches: 0).outputs(isTraining: true)
      let distance = OutputDistance(outputs[3]!, outputs[4]!)
      // Seeds 1 to 5: 0.060 to 0.162, and 3.4e-7 to 7.8e-7.
      #expect(distance.largest > 0.02)
      #expect(distance.largestWithinChannels < 2e-5)
    }
  }

  @Test func inEvaluationModeTheBiasesAreCancelledByNormsThatHaveSeenBatches() {
    let distances = [0, 5, 20].map { batches in
      let outputs = BlockVariants(seed: 1, stride: 1, batches: batches).outputs(isTraining: false)
      return OutputDistance(outputs[1]!, outputs[2]!).largest
    }
    // 0.127, 0.108, 0.042.
    #expect(distances[0] > 0.02)
    #expect(distances[0] > distances[1] && distances[1] > distances[2])
  }

  @Test func whereTheShapeChangesTheNormOnTheShortcutMakesThemDiffer() {
    let outputs = BlockVariants(seed: 1, stride: 2, batches: 0).outputs(isTraining: true)
    #expect(outputs.dropFirst().allSatisfy { $0?.shape == [8, 8, 7, 7] })
    #expect(OutputDistance(outputs[1]!, outputs[2]!).largestWithinChannels > 0.1)
  }
}
