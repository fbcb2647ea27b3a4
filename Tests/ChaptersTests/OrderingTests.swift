import Autograd
import Chapter5Net
import Layers
import Testing

@Suite struct OrderingTests {
  @Test(arguments: [
    (Order.normFirst, 697_866), (.convFirst, 698_058),
  ])
  func bothOrdersCount(order: Order, parameters: Int) {
    var random = Random(seed: 1)
    let net = ThreeStageResNet(order, using: &random)
    #expect(net.parameterCount == parameters)
    #expect(net(.ones([2, 1, 31, 33])).shape == [2, 10])
  }

  @Test(arguments: Ordering.allCases) func everyOrderingHalvesAndWidens(ordering: Ordering) {
    var random = Random(seed: 1)
    for bypass in Bypass.allCases {
      let keeps = OrderedBlock(3, 3, ordering, bypass, using: &random)
      let halves = OrderedBlock(3, 5, stride: 2, ordering, bypass, using: &random)
      #expect(keeps(.ones([2, 3, 7, 6])).shape == [2, 3, 7, 6])
      #expect(halves(.ones([2, 3, 7, 6])).shape == [2, 5, 4, 3])
    }
  }

  /// With convolutions of zeros every norm is given zeros and returns zeros.
  @Test(
    arguments: [
      (Ordering.original, [0, 3]), (.reluBeforeAddition, [-2, 3]),
      (.reluOnlyPreactivation, [-2, 3]),
      (.fullPreactivation, [-2, 3]),
    ] as [(Ordering, [Float])])
  func whatItAddsIsAllThatABlockDoes(ordering: Ordering, wanted: [Float]) {
    var random = Random(seed: 1)
    let x = Tensor([-2, 3], shape: [1, 1, 1, 2])
    let block = OrderedBlock(1, 1, ordering, using: &random)
    for conv in [block.conv1, block.conv2] { conv.weight.value = .zeros([1, 1, 3, 3]) }
    #expect(block(x).scalars == wanted)
  }

  @Test func withTheNormBehindTheSumNothingPassesUnchanged() {
    var random = Random(seed: 1)
    let block = OrderedBlock(1, 1, .normAfterAddition, using: &random)
    for conv in [block.conv1, block.conv2] { conv.weight.value = .zeros([1, 1, 3, 3]) }
    let y = block(Tensor([-2, 3], shape: [1, 1, 1, 2]).on(Tape())).scalars
    #expect(y[0] == 0 && abs(y[1] - 1) < 1e-4)  // mean 0 and deviation 1, and then a relu
  }

  @Test(
    arguments: [
      (Bypass.identity, 8), (.half, 4), (.halfAndHalf, 4),
    ] as [(Bypass, Float)])
  func aBypassScalesTheShortcut(bypass: Bypass, wanted: Float) {
    var random = Random(seed: 1)
    let block = OrderedBlock(1, 1, .fullPreactivation, bypass, using: &random)
    for conv in [block.conv1, block.conv2] { conv.weight.value = .zeros([1, 1, 3, 3]) }
    #expect(block(Tensor([8], shape: [1, 1, 1, 1])).scalars == [wanted])
  }

  @Test func halfAndHalfScalesTheBranchToo() {
    var random = Random(seed: 1)
    let block = OrderedBlock(2, 2, .fullPreactivation, .halfAndHalf, using: &random)
    let whole = OrderedBlock(2, 2, .fullPreactivation, using: &random)
    try? whole.load(block.state)
    let x = Tensor.uniform([2, 2, 4, 4], using: &random)
    let (half, full) = (block(x).scalars, whole(x).scalars)
    #expect(zip(half, full).allSatisfy { abs($0 - $1 / 2) < 1e-6 })
  }

  @Test(arguments: Ordering.allCases) func depthIsTheLongestPath(ordering: Ordering) {
    var random = Random(seed: 1)
    let net = NarrowResNet(depth: 22, ordering, using: &random)
    #expect(Survey(of: net, input: [1, 1, 28, 28]).depth == 22)
    #expect(net.blocks.count == 10)
    let features = net.features(.ones([2, 1, 28, 28]))
    #expect(
      features.map { $0.shape.last! } == Array(repeating: 14, count: 6)
        + Array(repeating: 7, count: 5)
    )
    #expect(net.classify(features.last!).shape == [2, 10])
  }

  @Test(arguments: Ordering.allCases) func everyParameterLearns(ordering: Ordering) {
    var random = Random(seed: 1)
    for bypass in Bypass.allCases {
      let net = NarrowResNet(depth: 10, ordering, bypass, using: &random)
      let images = Tensor.uniform([4, 1, 28, 28], using: &random)
      let gradients = crossEntropy(net(images.on(Tape())), [0, 1, 2, 3]).backward()
      for (name, parameter) in net.namedParameters {
        #expect(gradients[parameter] != nil, "\(ordering), \(bypass): \(name)")
      }
    }
  }

  @Test func aDepthThatIsNotPossibleStopsTheProgram() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var random = Random(seed: 1)
      _ = NarrowResNet(depth: 20, using: &random)
    }
    let words = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(words.contains("NarrowResNet: depth is 20; it must be 4n + 2"))
  }
}
