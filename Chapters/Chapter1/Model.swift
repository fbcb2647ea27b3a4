import Autograd
import Chapter1Net
import Layers
import Plots
import Sentences

/// A net that is compared with others: what it is called, how it is drawn, how one is made.
struct Model: CustomStringConvertible {
  let description: String
  let color: Color
  let dash: [Double]
  private let make: (inout Random) -> any LayeredNet

  init(
    _ name: String, _ color: Color, isDashed: Bool = false,
    make: @escaping (inout Random) -> any LayeredNet
  ) {
    (description, self.color, self.make) = (name, color, make)
    dash = isDashed ? [5, 4] : []
  }

  func net(seed: UInt64) -> any LayeredNet {
    var random = Random(seed: seed)
    return make(&random)
  }
}

extension Model {
  /// Thirty layers, plain or with a shortcut around each hidden layer.
  static func deep(_ activation: Activation, isResidual: Bool) -> Model {
    Model(
      "\(activation), " + (isResidual ? "residual" : "plain"), activation.color,
      isDashed: !isResidual
    ) { DeepNet(activation, isResidual: isResidual, using: &$0) }
  }

  /// Not deep.
  static let twoLayers = Model("relu, two layers", .gold) {
    DeepNet(depth: 2, .relu, isResidual: false, using: &$0)
  }

  /// With the larger initial weights for ReLU of He 2015, "Delving deep into rectifiers".
  static let heStart = Model("relu, plain, He initialization", .olive, isDashed: true) {
    DeepNet(.relu, isResidual: false, initialization: .kaimingUniform, using: &$0)
  }

  /// With a tenth of the usual first weights in its hidden layers.
  static let tenth = Model("relu, residual, a tenth", .olive) {
    DeepNet(.relu, isResidual: true, scale: 0.1, using: &$0)
  }

  /// Convolutions with batch normalization, plain or residual.
  static func convolutions(_ depth: Int, isResidual: Bool) -> Model {
    let color: Color = depth < 20 ? .teal : depth < 50 ? .orange : .blue
    return Model(
      (isResidual ? "residual " : "plain ") + "\(depth)", color, isDashed: !isResidual
    ) { ConvNet(depth: depth, isResidual: isResidual, using: &$0) }
  }

  /// Plain and residual of each depth.
  static func convolutions(depths: [Int]) -> [Model] {
    depths.flatMap { depth in [false, true].map { convolutions(depth, isResidual: $0) } }
  }

  /// All whose trainings are recorded.
  static let recorded = convolutions(depths: [10, 22, 54]) + slow

  /// Plain nets that learn at a tenth of the others' rate.
  static let slow = [(10, Color.gold), (54, .olive)].map { depth, color in
    Model("plain \(depth), rate 0.01", color, isDashed: true) {
      ConvNet(depth: depth, isResidual: false, using: &$0)
    }
  }

  /// Thirty layers with each activation, plain and residual.
  static let six = Activation.allCases.flatMap { activation in
    [false, true].map { deep(activation, isResidual: $0) }
  }
}

extension Model: Hashable, Codable {
  static func == (a: Model, b: Model) -> Bool { a.description == b.description }
  func hash(into hasher: inout Hasher) { hasher.combine(description) }
  /// By its description, as a record has it.
  init(from decoder: any Decoder) throws {
    let name = try String(from: decoder)
    guard let model = Model.recorded.first(where: { "\($0)" == name }) else {
      throw SentenceError("the record names \(name), which is none of its nets")
    }
    self = model
  }
  func encode(to encoder: any Encoder) throws { try description.encode(to: encoder) }
}

extension Activation {
  fileprivate var color: Color {
    switch self {
    case .sigmoid: .blue
    case .tanh: .orange
    case .relu: .teal
    }
  }
}
