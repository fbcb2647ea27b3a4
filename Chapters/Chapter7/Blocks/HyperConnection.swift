import Autograd
import Layers

/// A branch beside several streams, which are mixed where a shortcut would be.
///
/// Zhu et al. 2024, "Hyper-connections", in its static form. Of the streams X, `[S, …]`, the branch reads a
/// weighted sum, and what it returns is added to each stream with a weight of its own:
///
///     H X + w F(r X)
///
/// With one stream, H = 1, r = 1 and w = 1 that is x + F(x).
public final class HyperConnection: Layer {
  /// What H may be.
  public enum Mixing: String, CaseIterable, Codable, Sendable {
    /// The identity: every stream keeps what it has.
    case none = "not mixed"
    /// Any matrix, as in hyper-connections.
    case free = "mixed freely"
    /// Rows and columns add up to 1, as in mHC (Xie et al. 2025).
    case doublyStochastic = "doubly stochastic"
  }

  /// What H is made of, `[S, S]`; `nil` if streams are not mixed.
  public let scores: Parameter?
  /// With which weights the branch reads the streams, `[1, S]`, and writes to them, `[S, 1]`.
  public let read, write: Parameter
  /// F.
  public let branch: any Layer
  private let mixing: Mixing

  /// - Parameters:
  ///   - streams: S, how many there are.
  ///   - mixing: what H may be.
  ///   - deviation: that of the random numbers by which H, or what it is made of, differs from the identity,
  ///     and w from 1.
  ///   - branch: F.
  ///   - random: where the first weights come from.
  public init(
    streams: Int, _ mixing: Mixing, deviation: Float, _ branch: any Layer,
    using random: inout Random
  ) {
    let scores =
      Tensor.identity(streams) + .normal([streams, streams], deviation: deviation, using: &random)
    self.scores = mixing == .none ? nil : Parameter(scores)
    read = Parameter(.filled(with: 1 / Float(streams), [1, streams]))
    write = Parameter(.normal([streams, 1], mean: 1, deviation: deviation, using: &random))
    (self.branch, self.mixing) = (branch, mixing)
  }

  /// - Parameter x: S streams of features, `[S, N, T, C]`.
  /// - Returns: the same shape.
  public func forward(_ x: Tensor) -> Tensor {
    let one = Array(x.shape.dropFirst())
    let streams = x.reshaped([x.shape[0], one.reduce(1, *)])
    let given = matMul(read.on(x.tape), streams).reshaped(one)
    let y = branch(given).reshaped([1, streams.shape[1]])
    let kept = matrix(on: x.tape).map { matMul($0, streams) } ?? streams
    return (kept + matMul(write.on(x.tape), y)).reshaped(x.shape)
  }

  /// H, `[S, S]`; `nil` if streams are not mixed.
  public func matrix(on tape: Tape? = nil) -> Tensor? {
    guard let scores = scores?.on(tape) else { return nil }
    return mixing == .free ? scores : sinkhorn(scores)
  }

  /// What H may be.
  public var settings: String { ".\(mixing)" }
}

extension Tensor {
  /// The matrix with ones on its diagonal and zeros beside them, `[n, n]`.
  public static func identity(_ n: Int) -> Tensor {
    Tensor((0..<n * n).map { $0 % (n + 1) == 0 ? 1 : 0 }, shape: [n, n])
  }
}
