/// What each operation makes of the shapes it is given, or a sentence on why they do not fit.
///
/// An operation asks its rule first and stops the program if the answer is a sentence. Anyone else may
/// ask too, without computing anything: `try Shapes.add([8, 16, 14, 14], [8, 16, 12, 12])`.
public enum Shapes {
  /// How many numbers a tensor of this shape holds.
  public static func count(_ shape: [Int]) throws(SentenceError) -> Int {
    try expect(
      shape.allSatisfy { $0 >= 0 }, "Tensor: the shape is \(shape), but no axis is shorter than 0")
    // A product with a zero is zero, however long the other axes are.
    if shape.contains(0) { return 0 }
    var count = 1
    for length in shape {
      let (product, overflows) = count.multipliedReportingOverflow(by: length)
      try expect(
        !overflows && product <= Int.max / MemoryLayout<Double>.stride,
        "Tensor: the shape is \(shape), which is more numbers than there are addresses in memory")
      count = product
    }
    return count
  }
}

/// A guard inside a rule.
func expect(_ condition: Bool, _ sentence: @autoclosure () -> String) throws(SentenceError) {
  if !condition { throw SentenceError(sentence()) }
}
