/// The arithmetic under every operation, as plain functions on buffers.
///
/// A kernel knows nothing of tensors or derivatives. Two sets exist: `Reference`, which is written
/// to be read, and `OneDNN`, which is written to be fast. The tests hold them to the same answers.
///
/// A kernel may return its result in any layout and must accept its arguments in any layout. `dy` is
/// the gradient of a result, on its way back; a function called `…Gradient` returns that of an
/// argument.
public protocol KernelSet: Sendable {
  // Number by number.
  static func add(_ a: Buffer, _ b: Buffer) -> Buffer
  static func multiply(_ a: Buffer, _ b: Buffer) -> Buffer
  static func scale(_ x: Buffer, by factor: Float) -> Buffer
  static func relu(_ x: Buffer) -> Buffer
  static func reluGradient(_ dy: Buffer, y: Buffer) -> Buffer
  static func sigmoid(_ x: Buffer) -> Buffer
  static func sigmoidGradient(_ dy: Buffer, y: Buffer) -> Buffer
  static func tanh(_ x: Buffer) -> Buffer
  static func tanhGradient(_ dy: Buffer, y: Buffer) -> Buffer

  // Sums and products of rows.
  static func sum(_ x: Buffer) -> Float
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

  /// Normalizes `x` by the moments measured of it, and returns those too.
  static func batchNorm2D(_ x: Buffer, _ n: Normalization, _ g: ImageGeometry)
    -> (y: Buffer, measured: ChannelMoments)
  static func batchNorm2DGradient(
    _ dy: Buffer, _ x: Buffer, _ n: Normalization, measured: ChannelMoments, _ g: ImageGeometry
  ) -> (x: Buffer, w: Buffer, b: Buffer)

  /// Normalizes `x` by moments that do not depend on it.
  static func batchNorm2D(
    _ x: Buffer, _ n: Normalization, given: ChannelMoments, _ g: ImageGeometry
  ) -> Buffer
  static func batchNorm2DGradient(
    _ dy: Buffer, _ x: Buffer, _ n: Normalization, given: ChannelMoments, _ g: ImageGeometry
  ) -> (x: Buffer, w: Buffer, b: Buffer)

  /// The mean of `−log p` of the right classes, and every probability `p`, `[N, classes]`.
  static func crossEntropy(_ logits: Buffer, _ labels: [Int]) -> (loss: Float, p: Buffer)
  static func crossEntropyGradient(_ dy: Float, _ p: Buffer, _ labels: [Int]) -> Buffer

  /// Moves `w` by the rule of stochastic gradient descent, and updates its `velocity`.
  static func sgd(_ w: inout Buffer, _ dw: Buffer, velocity: inout Buffer?, _ rule: SGDRule)

  /// Moves `w` by the rule of Adam, and updates the means of its gradients and of their squares.
  static func adam(
    _ w: inout Buffer, _ dw: Buffer, mean: inout Buffer?, squaredMean: inout Buffer?,
    _ rule: AdamRule)
}
