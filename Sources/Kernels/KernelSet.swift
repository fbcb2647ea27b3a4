/// The arithmetic under every operation, as plain functions on buffers.
///
/// A kernel knows nothing of tensors or derivatives. Two sets exist: `Reference`, which is written
/// to be read, and `OneDNN`, which is written to be fast. The tests hold them to the same answers. Every
/// function here has a default, the readable one, so a set says only what it does better.
///
/// A kernel may return its result in any layout, computed or still `Pending`, and must accept its
/// arguments in any layout. `dy` is the gradient of the loss with respect to a result; a function called
/// `…Gradient` returns that with respect to an argument.
public protocol KernelSet: Sendable {
  // Number by number.
  static func add(_ a: Buffer, _ b: Buffer) -> Buffer
  static func subtract(_ a: Buffer, _ b: Buffer) -> Buffer
  static func multiply(_ a: Buffer, _ b: Buffer) -> Buffer
  static func divide(_ a: Buffer, _ b: Buffer) -> Buffer
  static func scale(_ x: Buffer, by factor: Float) -> Buffer
  static func relu(_ x: Buffer) -> Buffer
  static func reluGradient(_ dy: Buffer, y: Buffer) -> Buffer
  static func sigmoid(_ x: Buffer) -> Buffer
  static func sigmoidGradient(_ dy: Buffer, y: Buffer) -> Buffer
  static func tanh(_ x: Buffer) -> Buffer
  static func tanhGradient(_ dy: Buffer, y: Buffer) -> Buffer
  static func exp(_ x: Buffer) -> Buffer
  static func log(_ x: Buffer) -> Buffer
  static func squareRoot(_ x: Buffer) -> Buffer
  static func gelu(_ x: Buffer) -> Buffer
  static func geluGradient(_ dy: Buffer, x: Buffer) -> Buffer

  // Numbers that are put elsewhere.
  static func slice(_ x: Buffer, _ g: SliceGeometry) -> Buffer
  static func sliceGradient(_ dy: Buffer, _ g: SliceGeometry) -> Buffer
  static func concatenate(_ parts: [Buffer], runs: [Int]) -> Buffer
  static func swapAxes(_ x: Buffer, _ g: SwapGeometry) -> Buffer

  // Sums, and products of rows.
  static func sum(_ x: Buffer) -> Float
  static func sum(_ x: Buffer, over g: AxesGeometry) -> Buffer
  static func broadcast(_ x: Buffer, over g: AxesGeometry) -> Buffer
  static func matMul(_ a: Buffer, _ b: Buffer, _ g: MatMulGeometry) -> Buffer
  static func addToRows(_ x: Buffer, _ row: Buffer) -> Buffer
  static func sumOfRows(_ x: Buffer, columns: Int) -> Buffer

  // Windows that slide over images.
  static func conv2D(_ x: Buffer, _ w: Buffer, _ b: Buffer?, _ g: Conv2DGeometry) -> Buffer
  static func conv2DInputGradient(_ dy: Buffer, _ w: Buffer, _ g: Conv2DGeometry) -> Buffer
  static func conv2DWeightGradient(_ dy: Buffer, _ x: Buffer, _ g: Conv2DGeometry) -> Buffer
  static func conv2DBiasGradient(_ dy: Buffer, _ g: Conv2DGeometry) -> Buffer
  static func maxPool2D(_ x: Buffer, _ g: Pool2DGeometry) -> Pooled
  static func averagePool2D(_ x: Buffer, _ g: Pool2DGeometry) -> Buffer
  static func averagePool2DGradient(_ dy: Buffer, _ g: Pool2DGeometry) -> Buffer

  // Images channel by channel. `g` is that of `x`.
  static func globalAveragePool2D(_ x: Buffer, _ g: ImageGeometry) -> Buffer
  static func globalAveragePool2DGradient(_ dy: Buffer, _ g: ImageGeometry) -> Buffer
  static func padChannels(_ x: Buffer, to channels: Int, _ g: ImageGeometry) -> Buffer
  static func padChannelsGradient(_ dy: Buffer, from channels: Int, _ g: ImageGeometry) -> Buffer

  /// Normalizes `x` by its own mean and variance, and returns those too.
  static func batchNorm2D(_ x: Buffer, _ n: Normalization, _ g: ImageGeometry)
    -> (y: Buffer, measured: ChannelStatistics)
  static func batchNorm2DGradient(
    _ dy: Buffer, _ x: Buffer, _ n: Normalization, measured: ChannelStatistics, _ g: ImageGeometry
  ) -> (x: Buffer, w: Buffer, b: Buffer)

  /// Normalizes `x` by a mean and a variance that do not depend on it.
  static func batchNorm2D(
    _ x: Buffer, _ n: Normalization, given: ChannelStatistics, _ g: ImageGeometry
  ) -> Buffer
  static func batchNorm2DGradient(
    _ dy: Buffer, _ x: Buffer, _ n: Normalization, given: ChannelStatistics, _ g: ImageGeometry
  ) -> (x: Buffer, w: Buffer, b: Buffer)

  /// Normalizes each row of `x`, `[N, C]`, by its own mean and variance. `w` and `b` are `[C]`.
  static func layerNorm(_ x: Buffer, _ w: Buffer, _ b: Buffer, epsilon: Double) -> Buffer
  static func layerNormGradient(_ dy: Buffer, _ x: Buffer, _ w: Buffer, epsilon: Double)
    -> (x: Buffer, w: Buffer, b: Buffer)

  /// The probabilities of each row of scores, `[N, classes]`.
  static func softmax(_ x: Buffer, classes: Int) -> Buffer
  static func softmaxGradient(_ dy: Buffer, y: Buffer, classes: Int) -> Buffer

  /// The mean of `−log p` of the right classes, and every probability `p`, `[N, classes]`.
  static func crossEntropy(_ logits: Buffer, _ labels: [Int]) -> (loss: Float, p: Buffer)
  static func crossEntropyGradient(_ dy: Float, _ p: Buffer, _ labels: [Int]) -> Buffer

  /// One step of stochastic gradient descent, which updates `w` and its `velocity`.
  ///
  /// Its formula stands at `SGD` in Optimizers. Without momentum there is no velocity.
  static func sgd(
    _ w: inout Buffer, _ dw: Buffer, velocity: inout Buffer?, learningRate: Float, momentum: Float,
    weightDecay: Float)

  /// One step of Adam, the one with number `step`, counted from 1; updates `w` and both means.
  ///
  /// Its formula stands at `Adam` in Optimizers.
  static func adam(
    _ w: inout Buffer, _ dw: Buffer, mean: inout Buffer?, squaredMean: inout Buffer?,
    learningRate: Float, betas: (Double, Double), epsilon: Float, weightDecay: Float, step: Int)
}
