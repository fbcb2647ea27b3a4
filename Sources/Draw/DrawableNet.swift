import Autograd
import Layers

/// A net that can be drawn by name.
struct DrawableNet: Sendable {
  /// As it is called on the command line.
  let name: String
  let summary: String
  /// What it is given unless the reader says otherwise, `[C, H, W]`.
  let input: [Int]
  /// The least height and width it can do with, or `nil` if it needs exactly `input`.
  let leastSide: Int?
  let make: @Sendable (inout Random) -> any Layer

  /// Why it cannot be given pictures of this shape, if it cannot.
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

/// `1x96x96` as `[1, 96, 96]`, also with `×`; `nil` if it is nothing of the kind.
func shape(from text: String) -> [Int]? {
  let parts = text.lowercased().split(
    omittingEmptySubsequences: false, whereSeparator: { $0 == "x" || $0 == "×" })
  let numbers = parts.compactMap { Int($0) }
  return numbers.count == parts.count ? numbers : nil
}
