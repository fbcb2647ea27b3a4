import Kernels
import OneDNNKernels
import TestSupport
import Testing

/// Norm, relu and pooling, and the way back, in which nothing between `x` and the pooling's result exists.
@Suite struct PendingPoolingTests {
  /// What somebody reads on the way, so that it is computed there.
  enum Read: CaseIterable { case nothing, norm, relu, pooledGradient, reluGradient }

  @Test(arguments: poolings, [false, true])
  func whoeverReadsInBetweenTheNumbersAreThose(g: Pool2DGeometry, relu: Bool) {
    for x in laidOutBothWays([g.images, g.channels, g.height, g.width]) {
      check(x, g, relu: relu)
    }
  }

  /// Of several equals, zeros behind the relu among them, the first wins; a zero passes no gradient.
  @Test(arguments: poolings) func tiesAreDecidedAsIfAllExisted(g: Pool2DGeometry) {
    // By measured statistics, whether a number at the mean becomes zero or almost zero is left to rounding.
    check(Buffer((0..<g.inputCount).map { Float($0 / 2 % 3) }), g, relu: true, measured: false)
    check(Buffer((0..<g.inputCount).map { Float(-($0 / 2 % 2)) }), g, relu: true, measured: false)
  }

  @Test(arguments: poolings) func whatIsNotANumberWins(g: Pool2DGeometry) {
    check(Buffer(ramp(g.inputCount).enumerated().map { $0 % 5 == 3 ? .nan : $1 }), g, relu: true)
  }

  /// Another norm's gradient does not take what is masked by this one's relu for its own.
  @Test func theGradientGoesThroughTheReLUThatWasThere() {
    let g = poolings[2]
    let image = image(g)
    let (x, other) = (Buffer.ramp(g.inputCount), Buffer.ramp(g.inputCount, seed: 2))
    func gradient(_ kernels: any KernelSet.Type) -> Buffer {
      let (norm, _) = kernels.batchNorm2D(x, normalization(g), image)
      let y = kernels.relu(norm)
      let pooled = kernels.maxPool2D(y, g)
      let masked = kernels.reluGradient(pooled.gradient(.ramp(g.outputCount)), y: y)
      let measured = kernels.batchNorm2D(other, normalization(g), image).measured
      return kernels.batchNorm2DGradient(
        masked, other, normalization(g), measured: measured, image
      ).x
    }
    expectClose(gradient(OneDNN.self), gradient(Reference.self))
  }

  @Test func neitherWayTakesMemoryForWhatIsInBetween() async {
    await #expect(processExitsWith: .success) {
      let g = pooling((16, 64, 100, 100), kernel: 3, stride: 2, padding: 1)
      let image = ImageGeometry(images: 16, channels: 64, height: 100, width: 100)
      let n = Normalization(weight: .ramp(64), bias: .ramp(64), epsilon: 1e-5)
      let x = OneDNN.relu(laidOutBothWays([16, 64, 100, 100])[1])
      let dy = OneDNN.relu(laidOutBothWays([16, 64, 50, 50])[1])
      let free = Storage.bytesFromSystem
      let (norm, measured) = OneDNN.batchNorm2D(x, n, image)
      let y = OneDNN.relu(norm)
      let pooled = OneDNN.maxPool2D(y, g)
      let masked = OneDNN.reluGradient(pooled.gradient(dy), y: y)
      _ = OneDNN.batchNorm2DGradient(masked, x, n, measured: measured, image)
      #expect(norm.pending != nil && y.pending != nil && masked.pending != nil)
      #expect(Storage.bytesFromSystem == free)
    }
  }

  private func check(_ x: Buffer, _ g: Pool2DGeometry, relu: Bool, measured: Bool = true) {
    let statistics = ChannelStatistics(
      mean: .init(repeating: 1, count: g.channels), variance: .init(repeating: 1, count: g.channels)
    )
    for given in measured ? [statistics, nil] : [statistics] {
      let wanted = run(Reference.self, x, g, relu: relu, given, .nothing)
      let first = run(OneDNN.self, x, g, relu: relu, given, .nothing)
      for (found, wanted) in zip(first, wanted) { expectClose(found, wanted) }
      for read in Read.allCases {
        let found = run(OneDNN.self, x, g, relu: relu, given, read)
        #expect(found.map(bits) == first.map(bits), "\(read)")
      }
    }
  }

  /// The pooling's result, and the gradients of x, weight and bias.
  private func run(
    _ kernels: any KernelSet.Type, _ x: Buffer, _ g: Pool2DGeometry, relu: Bool,
    _ given: ChannelStatistics?, _ read: Read
  ) -> [Buffer] {
    let (n, image) = (normalization(g), image(g))
    let (norm, measured) =
      given.map { (kernels.batchNorm2D(x, n, given: $0, image), $0) }
      ?? kernels.batchNorm2D(x, n, image)
    if read == .norm { _ = norm.start }
    let y = relu ? kernels.relu(norm) : norm
    if read == .relu { _ = y.start }
    let pooled = kernels.maxPool2D(y, g)
    var dy = pooled.gradient(.ramp(g.outputCount, seed: 13))
    if read == .pooledGradient { _ = dy.start }
    if relu { dy = kernels.reluGradient(dy, y: y) }
    if read == .reluGradient { _ = dy.start }
    let back =
      given.map { kernels.batchNorm2DGradient(dy, x, n, given: $0, image) }
      ?? kernels.batchNorm2DGradient(dy, x, n, measured: measured, image)
    return [pooled.y, back.x, back.w, back.b]
  }

  private func image(_ g: Pool2DGeometry) -> ImageGeometry {
    ImageGeometry(images: g.images, channels: g.channels, height: g.height, width: g.width)
  }

  private func normalization(_ g: Pool2DGeometry) -> Normalization {
    Normalization(
      weight: Buffer(ramp(g.channels, seed: 3).map { $0 == 0 ? 1 : $0 }), bias: .zeros(g.channels),
      epsilon: 0)
  }
}

/// The very digits, with all NaNs alike.
func bits(_ buffer: Buffer) -> [UInt32] {
  buffer.scalars.map { $0.isNaN ? Float.nan.bitPattern : $0.bitPattern }
}

extension Buffer {
  fileprivate static func zeros(_ count: Int) -> Buffer { Buffer(repeating: 0, count: count) }
}
