/// Stops the program with a sentence if `condition` does not hold, in debug and in release.
///
/// `precondition` would drop the sentence in release, which is how chapters are run.
public func require(_ condition: Bool, _ sentence: @autoclosure () -> String) {
  if !condition { fatalError(sentence()) }
}
