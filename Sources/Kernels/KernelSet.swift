/// The arithmetic under every operation, as plain functions on buffers.
///
/// A kernel knows nothing of tensors or derivatives. Two sets exist: `Reference`, which is written
/// to be read, and `OneDNN`, which is written to be fast. The tests hold them to the same answers.
///
/// A kernel may return its result in any layout and must accept its arguments in any layout.
public protocol KernelSet: Sendable {
  static func add(_ a: Buffer, _ b: Buffer) -> Buffer
  static func relu(_ x: Buffer) -> Buffer
  static func reluGradient(_ dy: Buffer, y: Buffer) -> Buffer

  static func conv2D(_ x: Buffer, _ w: Buffer, _ b: Buffer?, _ g: Conv2DGeometry) -> Buffer
  static func conv2DInputGradient(_ dy: Buffer, _ w: Buffer, _ g: Conv2DGeometry) -> Buffer
  static func conv2DWeightGradient(_ dy: Buffer, _ x: Buffer, _ g: Conv2DGeometry) -> Buffer
  static func conv2DWeightAndBiasGradient(_ dy: Buffer, _ x: Buffer, _ g: Conv2DGeometry)
    -> (w: Buffer, b: Buffer)

  static func maxPool2D(_ x: Buffer, _ g: Pool2DGeometry) -> Pooled
  static func averagePool2D(_ x: Buffer, _ g: Pool2DGeometry) -> Pooled

  static func matMul(_ a: Buffer, _ b: Buffer, _ g: MatMulGeometry) -> Buffer
  static func addToRows(_ x: Buffer, _ row: Buffer) -> Buffer
  static func sumOfRows(_ x: Buffer, columns: Int) -> Buffer

  /// Moves `w` by the rule of stochastic gradient descent, and updates its `velocity`.
  static func sgd(_ w: inout Buffer, _ dw: Buffer, velocity: inout Buffer?, _ rule: SGDRule)
}
