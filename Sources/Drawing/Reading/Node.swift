import Autograd

/// One operation of a net's computation graph.
public struct Node: Sendable {
  /// Its line number on the tape.
  public let line: Int
  /// Its kind: `.conv2D`.
  public let operation: Tape.Operation
  /// The operation's arguments other than tensors: `["stride": 2]`.
  public let settings: KeyValuePairs<String, Int>
  /// The shape of its result.
  public let shape: [Int]
  /// The nodes it takes its inputs from, as indices into `Graph.nodes`.
  public var inputs: [Int]
  /// The parameters among its inputs.
  public let weights: [Weight]
  /// The layers it was called in, outermost first, without the net itself.
  public var scope: [Module]
  /// How many of these layers contain other operations, too.
  ///
  /// The inner ones consist of this operation alone, and it is labeled with their name.
  var frameDepth = 0

  /// The root mean square of the result, if the tape kept it.
  public let value: Double?
  /// The root mean square of the gradient of the loss with respect to the result, after a backward pass.
  public let gradient: Double?
  /// For each of `inputs`, the root mean square of what this operation adds to that input's gradient.
  public let flows: [Double?]

  /// Why it was not computed, since the shapes it was given do not fit; `nil` if they do.
  public var refusal: String? = nil

  /// The layers that contain this operation and others.
  var frame: ArraySlice<Module> { scope.prefix(frameDepth) }

  /// The layer that consists of this operation alone, the outermost if there are several.
  var layer: Module? { scope.count > frameDepth ? scope[frameDepth] : nil }

  /// The path of the innermost such layer: `layer1.0.conv1`.
  var path: String? { layer == nil ? nil : scope.last?.path }

  /// The setting with this name.
  func setting(_ name: String) -> Int? { settings.first { $0.key == name }?.value }
}

/// A parameter, as one operation uses it.
public struct Weight: Sendable {
  /// Its line number on the tape, the same for every operation that uses it.
  public let line: Int
  /// The parameter's path in the net: `layer1.0.conv1.weight`.
  public let name: String
  /// The parameter's shape: `[O, C, K, K]` for a convolution's weight.
  public let shape: [Int]
  /// The root mean square of its gradient, after a backward pass.
  public let gradient: Double?

  /// The number of elements.
  public var count: Int { shape.reduce(1, *) }
}

/// One call of a layer during the forward pass.
public struct Module: Sendable, Hashable {
  /// The number of the call, which differs between two calls of the same layer.
  public let call: Int
  /// The name of the property that holds the layer: `conv1`, `layer1.0`.
  public let name: String
  /// The names from the net down to the layer: `layer1.0.conv1`.
  public let path: String
  /// The layer's type: `Conv2D`.
  public let type: String
  /// The number of elements in its buffers, such as running statistics, without those of its children.
  public let bufferCount: Int
  /// Which calls this one stands for in a folded graph; `nil` if only for itself.
  public var repeats: Repeats?

  /// Whether both are the same call.
  public static func == (a: Module, b: Module) -> Bool { a.call == b.call }
  /// Hashes the number of the call.
  public func hash(into hasher: inout Hasher) { hasher.combine(call) }

  /// Consecutive calls with the same operations, settings and shapes, each with its own parameters.
  public struct Repeats: Sendable {
    /// The number of calls, the first included.
    public let count: Int
    /// The name of the last one in its parent.
    public let lastName: String
  }
}
