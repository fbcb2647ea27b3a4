/// One thing that was computed.
public struct Operation: Sendable {
  /// Where it stands on the tape.
  public let line: Int
  /// As the tape names it: `conv2D`.
  public let name: String
  /// What it was told beside its inputs: `["stride": 2]`.
  public let settings: KeyValuePairs<String, Int>
  /// Of the result.
  public let shape: [Int]
  /// What it was computed from, by their places in `Graph.operations`.
  public var inputs: [Int]
  /// The learned numbers it used.
  public let weights: [Weight]
  /// The layers it happened inside, outermost first, without the net itself.
  public var scope: [Module]
  /// How many of these layers hold more than this operation.
  ///
  /// The others are nothing but it, and give it their name.
  var frameDepth = 0

  /// How large the numbers of the result are, if the tape kept them.
  public let value: Double?
  /// How large the gradient of the result is, if there was a backward pass.
  public let gradient: Double?
  /// How large what it passes back to each of its inputs is.
  public let flows: [Double?]

  /// The layers that hold this operation and others.
  var frame: ArraySlice<Module> { scope.prefix(frameDepth) }

  /// The layer that is nothing but this operation, the outermost if there are several.
  var layer: Module? { scope.count > frameDepth ? scope[frameDepth] : nil }

  /// The path of the innermost such layer: `layer1.0.conv1`.
  var path: String? { layer == nil ? nil : scope.last?.path }

  /// The setting of this name.
  func setting(_ name: String) -> Int? { settings.first { $0.key == name }?.value }
}

/// Numbers that are learned, as an operation used them.
public struct Weight: Sendable {
  /// Where they stand on the tape, once, however often they are used.
  public let line: Int
  /// The path that leads to them: `layer1.0.conv1.weight`.
  public let name: String
  public let shape: [Int]
  /// How large their gradient is, if there was a backward pass.
  public let gradient: Double?

  public var count: Int { shape.reduce(1, *) }
}

/// One call of a layer that operations happened inside.
public struct Module: Sendable, Hashable {
  /// Tells two calls of the same layer apart.
  public let call: Int
  /// What its parent calls it: `conv1`, `layer1.0`.
  public let name: String
  /// The names from the net down to it: `layer1.0.conv1`.
  public let path: String
  /// `Conv2D`.
  public let type: String
  /// How many numbers it remembers itself and does not learn: the running statistics of a norm.
  public let remembered: Int
  /// The calls that a folded graph shows this one for; without folding only itself.
  public var repeats: Repeats?

  public static func == (a: Module, b: Module) -> Bool { a.call == b.call }
  public func hash(into hasher: inout Hasher) { hasher.combine(call) }

  /// Calls one after another that do the same with numbers of their own.
  public struct Repeats: Sendable {
    public let count: Int
    /// What the parent calls the last of them.
    public let lastName: String
  }
}
