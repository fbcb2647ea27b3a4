/// Why a picture cannot be classified, as a sentence.
struct ClassifyError: Error, Equatable, CustomStringConvertible {
  let description: String

  init(_ sentence: String) { description = sentence }
}
