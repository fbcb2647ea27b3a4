import Autograd

/// A function from tensor to tensor, perhaps with parameters.
///
/// It stands in for `Layers/Layer.swift`, without what only printing a net asks for: what a protocol asks of every layer
/// would be part of the module, called or not.
public protocol Layer: AnyObject {
  /// What the layer computes; call the layer itself.
  func forward(_ x: Tensor) -> Tensor

  /// The shape of what the layer makes of `input`.
  func outputShape(of input: [Int]) throws(SentenceError) -> [Int]

  /// `forward(x)`, recorded on the tape of `x`.
  func callAsFunction(_ x: Tensor) -> Tensor

  /// The parameters and layers that its stored properties hold.
  var parts: [Part] { get }

  /// The layers this one is made of, by name, in the order they are declared.
  var children: [(name: String, layer: any Layer)] { get }
}
