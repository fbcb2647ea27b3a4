/// What each operation makes of the shapes it is given, or a sentence on why they do not fit.
///
/// An operation asks its rule first and stops the program if the answer is a sentence. Anyone else may
/// ask too, without computing anything: `try Shapes.add([8, 16, 14, 14], [8, 16, 12, 12])`.
public enum Shapes {}

/// The answer of a rule; a sentence stops the program.
func fitting(_ rule: @autoclosure () throws -> [Int]) -> [Int] {
  do { return try rule() } catch { fatalError("\(error)") }
}

/// A guard inside a rule.
func expect(_ condition: Bool, _ sentence: @autoclosure () -> String) throws(SentenceError) {
  if !condition { throw SentenceError(sentence()) }
}
