/// Why the test itself cannot go on, as a sentence.
public struct FuzzError: Error, CustomStringConvertible {
  public let description: String
  init(_ sentence: String) { description = sentence }
}
