import Foundation

/// The whole engine in small: it records what is computed, and reads the record backwards.
final class Tape {
  /// For each number the lines it was computed from, with the derivative with respect to each.
  var lines: [[(input: Int, slope: Double)]] = []

  func append(_ value: Double, from inputs: [(Number, slope: Double)] = []) -> Number {
    lines.append(inputs.map { ($0.0.line, $0.slope) })
    return Number(tape: self, line: lines.count - 1, value: value)
  }
}

/// A number on a tape.
struct Number {
  let tape: Tape, line: Int, value: Double

  static func + (a: Number, b: Number) -> Number {
    a.tape.append(a.value + b.value, from: [(a, 1), (b, 1)])
  }
  static func * (a: Number, b: Number) -> Number {
    a.tape.append(a.value * b.value, from: [(a, b.value), (b, a.value)])
  }
  func tanh() -> Number {
    let y = Foundation.tanh(value)
    return tape.append(y, from: [(self, 1 - y * y)])
  }

  /// The derivative of this number with respect to the number of each line: the gradient.
  func backward() -> [Double] {
    var gradient = [Double](repeating: 0, count: tape.lines.count)
    gradient[line] = 1
    for number in (0...line).reversed() {
      for (input, slope) in tape.lines[number] { gradient[input] += gradient[number] * slope }
    }
    return gradient
  }
}

// A residual block, x + v · tanh(w · x), learns to be x + 0.8 · tanh(2x).
var (w, v) = (1.0, 0.0)
for step in 0...400 {
  let tape = Tape()
  let (a, b) = (tape.append(w), tape.append(v))
  var loss = tape.append(0)
  for x in [0.25, 0.5, 1, 2] {
    let input = tape.append(x), output = input + b * (a * input).tanh()
    let error = output + tape.append(-x - 0.8 * tanh(2 * x))
    loss = loss + error * error
  }
  let gradient = loss.backward()
  if step % 100 == 0 {
    print(String(format: "step %3d: w %.3f, v %.3f, loss %.5f", step, w, v, loss.value))
  }
  w -= 0.2 * gradient[a.line]
  v -= 0.2 * gradient[b.line]
}
