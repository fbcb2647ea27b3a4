/// The ways in which people write each digit, as strokes in a square from (0, 0) to (1, 1).
enum DigitShapes {
  /// The variants of each digit, 0 to 9.
  static let all: [[[Stroke]]] = [
    zero, one, two, three, four, five, six, seven, eight, nine,
  ]
}
