extension Tensor: CustomStringConvertible {
  /// The numbers in brackets, one pair for each axis; the shape alone if there are too many.
  public var description: String {
    if count > 64 { return "Tensor\(shape)" }
    return brackets(scalars[...], shape[...])
  }
}

private func brackets(_ scalars: ArraySlice<Float>, _ shape: ArraySlice<Int>) -> String {
  guard let length = shape.first else { return scalars.first.map(rounded) ?? "[]" }
  let rest = shape.dropFirst()
  let stride = rest.reduce(1, *)
  let items = (0..<length).map { i in
    brackets(scalars.dropFirst(i * stride).prefix(stride), rest)
  }
  // Numbers beside each other, rows below each other.
  return "[" + items.joined(separator: rest.isEmpty ? ", " : ",\n ") + "]"
}

/// `x` to four decimals, without the zeros behind.
private func rounded(_ x: Float) -> String {
  let scaled = (x * 10_000).rounded() / 10_000
  guard scaled.isFinite, abs(scaled) < 1e6 else { return "\(x)" }
  return scaled == scaled.rounded() ? "\(Int(scaled))" : "\(scaled)"
}
