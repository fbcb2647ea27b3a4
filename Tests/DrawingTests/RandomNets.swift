import Autograd
import Layers

/// A net of random structure: chains, residual blocks in residual blocks, towers, dense blocks, U-shaped nets,
/// layers used several times, and sums of several inputs, some in layers of their own.
final class RandomNet: Layer {
  private let root: Part
  let children: [(name: String, layer: any Layer)]

  init(seed: UInt64, kind: Kind? = nil) {
    var random = Random(seed: seed)
    let kind = kind ?? Kind.allCases[Int(seed) % Kind.allCases.count]
    root = Part.random(kind, depth: Int.random(in: 1...2, using: &random), &random)
    children = [("net", root)]
  }

  func forward(_ x: Tensor) -> Tensor { root.run(x) }

  enum Kind: CaseIterable {
    case layer, chain, residual, projected, towers, dense, uShaped, shared, sum, wide
  }
}

/// A part of a random net.
///
/// It is a layer, but only some parts are called as one and so get a frame.
final class Part: Layer {
  let kind: RandomNet.Kind
  let parts: [Part]
  let isFramed: Bool
  private let layers: [any Layer]

  var children: [(name: String, layer: any Layer)] {
    parts.enumerated().map { ("part\($0)", $1) } + layers.enumerated().map { ("layer\($0)", $1) }
  }

  private init(_ kind: RandomNet.Kind, _ parts: [Part], _ layers: [any Layer], isFramed: Bool) {
    (self.kind, self.parts, self.layers, self.isFramed) = (kind, parts, layers, isFramed)
  }

  static func random(_ kind: RandomNet.Kind, depth: Int, _ random: inout Random) -> Part {
    func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    func conv(_ from: Int = 2, _ to: Int = 2, _ size: Int = 3) -> Conv2D {
      Conv2D(from, to, kernelSize: size, padding: size / 2, using: &random)
    }
    let small: [RandomNet.Kind] = [.layer, .layer, .chain]
    func part() -> Part {
      let all = depth > 0 ? RandomNet.Kind.allCases : small
      return Part.random(all[number(0...all.count - 1)], depth: depth - 1, &random)
    }
    let isFramed = number(0...2) == 0
    switch kind {
    case .layer:
      let layers: [any Layer] = [conv(), ReLU(), BatchNorm2D(2), Tanh()]
      return Part(kind, [], [layers[number(0...3)]], isFramed: isFramed)
    case .chain, .residual, .shared:
      return Part(kind, (0..<number(1...3)).map { _ in part() }, [], isFramed: isFramed)
    case .projected:
      let layers: [any Layer] =
        number(0...1) == 0 ? [conv(2, 2, 1)] : [conv(2, 2, 1), BatchNorm2D(2)]
      return Part(kind, [part(), part()], layers, isFramed: isFramed)
    case .towers, .sum:
      return Part(kind, (0..<number(2...4)).map { _ in part() }, [], isFramed: isFramed)
    case .dense, .uShaped:
      return Part(kind, (0..<number(2...4)).map { _ in part() }, [], isFramed: isFramed)
    case .wide:
      return Part(kind, [part()], [conv(2, 3), conv(3, 2)], isFramed: isFramed)
    }
  }

  /// Calls it as a layer if it has a frame.
  func run(_ x: Tensor) -> Tensor { isFramed ? self(x) : forward(x) }

  func forward(_ x: Tensor) -> Tensor {
    func chain(_ x: Tensor) -> Tensor { parts.reduce(x) { $1.run($0) } }
    switch kind {
    case .layer: return layers[0](x)
    case .chain: return chain(x)
    case .residual: return chain(x) + x
    case .projected: return layers.reduce(x) { $1($0) } + chain(x)
    case .towers: return parts.dropFirst().reduce(parts[0].run(x)) { $0 + $1.run(x) }
    case .sum: return joined("sum", parts.map { $0.run(x) })
    case .shared: return parts[0].run(chain(parts[0].run(x)))
    case .wide: return layers[1](layers[0](parts[0].run(x)))
    case .dense:
      var all = [x]
      for part in parts { all.append(part.run(joined("concatenate", all))) }
      return joined("concatenate", all)
    case .uShaped:
      var (down, x) = ([Tensor](), x)
      for part in parts {
        x = part.run(x)
        down.append(x)
      }
      for (part, earlier) in zip(parts, down.dropLast().reversed()) {
        x = joined("concatenate", [part.run(relu(x)), earlier])
      }
      return x
    }
  }
}

/// An operation with several inputs, which gives the first.
private func joined(_ name: String, _ inputs: [Tensor]) -> Tensor {
  if inputs.count == 1 { return inputs[0] }
  return inputs[0].recorded(
    as: Tape.Operation(name), inputs.map { .wrt($0) { $0 } })
}
