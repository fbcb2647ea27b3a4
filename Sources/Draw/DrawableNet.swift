import Autograd
import Layers

/// A net that the command line can name.
struct DrawableNet: Sendable {
  /// Its name on the command line.
  let name: String
  /// Its name in papers; `nil` if it has none.
  var title: String? = nil
  let summary: String
  /// The default shape of its input, `[C, H, W]`.
  let input: [Int]
  /// The minimum height and width, or `nil` if the input must have the shape `input`.
  let leastSide: Int?
  let make: @Sendable (inout Random) -> any Layer

  /// Why the net cannot be drawn with inputs of this shape, `[C, H, W]`; `nil` if it can.
  func problem(with shape: [Int]) -> String? {
    let given = written(shape)
    guard shape.count == 3, shape.allSatisfy({ $0 > 0 }) else {
      return "--input is \(given); it must be channels, height and width, like \(written(input))"
    }
    guard let leastSide else {
      return shape == input
        ? nil : "--input is \(given), but \(name) was made for \(written(input)) and nothing else"
    }
    if shape[0] != input[0] {
      return "--input is \(given), so it has \(shape[0]) channels; \(name) expects \(input[0])"
    }
    if shape.dropFirst().contains(where: { $0 < leastSide || $0 > 1024 }) {
      return "--input is \(given); for \(name) height and width must be from \(leastSide) to 1024"
    }
    return nil
  }
}

/// `[1, 96, 96]` as `1x96x96`.
func written(_ shape: [Int]) -> String { shape.map(String.init).joined(separator: "x") }

/// `1x96x96`, or `1×96×96`, as `[1, 96, 96]`; `nil` if the text is not numbers separated this way.
func shape(from text: String) -> [Int]? {
  let parts = text.lowercased().split(
    omittingEmptySubsequences: false, whereSeparator: { $0 == "x" || $0 == "×" })
  let numbers = parts.compactMap { Int($0) }
  return numbers.count == parts.count ? numbers : nil
}
