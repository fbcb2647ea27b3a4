/// Why a figure could not be drawn, as a sentence.
public struct DrawingError: Error, CustomStringConvertible, Equatable {
  public let description: String

  init(_ sentence: String) { description = sentence }
}
