/// Stops the program with a sentence if `condition` does not hold.
///
/// `precondition` would stop it too, but prints nothing in an optimised build.
func require(_ condition: Bool, _ sentence: @autoclosure () -> String) {
  if !condition { fatalError(sentence()) }
}
