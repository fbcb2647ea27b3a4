import Autograd

/// A layer of a net, with the shape after it, or with the sentence that says why it cannot take the shape
/// before it.
public struct LayerShape: CustomStringConvertible {
  /// Which layer it is, counted from 1.
  public let number: Int
  /// What the net calls the layer.
  public let name: String
  /// What the layer was given.
  public let input: [Int]
  /// What the layer makes of it.
  public let output: Result<[Int], SentenceError>

  /// The layer's number, its name, and the shape after it or the sentence.
  public var description: String {
    switch output {
    case .success(let shape): "\(number) \(name): \(shape)"
    case .failure(let problem): "\(number) \(name) does not take \(input): \(problem)"
    }
  }
}

/// The shape after each layer of a net, up to the first layer that cannot take what it is given.
///
/// No number is computed for the layers of this module and those made of them. Another layer says which shapes
/// fit in its `outputShape(of:)`; if it does not, it is run, and stops the program if a shape does not fit.
///
///     for layer in shapesLayerByLayer(of: net, input: [1, 1, 224, 224]) { print(layer) }
///
/// - Parameters:
///   - net: its `children` are applied one after another, as in a `Sequential`.
///   - input: the shape of what the first one is given, `[N, C, H, W]`.
public func shapesLayerByLayer(of net: any Layer, input: [Int]) -> [LayerShape] {
  var (shape, steps) = (input, [LayerShape]())
  for (i, child) in net.children.enumerated() {
    let output = Result { () throws(SentenceError) in try child.layer.outputShape(of: shape) }
    steps.append(LayerShape(number: i + 1, name: child.name, input: shape, output: output))
    guard case .success(let after) = output else { break }
    shape = after
  }
  return steps
}

extension Layer {
  /// Found by running the layer on zeros, in evaluation mode.
  public func outputShape(of input: [Int]) throws(SentenceError) -> [Int] {
    self(.zeros(input)).shape
  }
}
