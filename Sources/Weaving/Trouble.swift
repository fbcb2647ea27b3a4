import Foundation

/// What keeps a page from being made, as a sentence.
public struct Trouble: Error, CustomStringConvertible, LocalizedError {
  public let description: String
  public var errorDescription: String? { description }

  init(_ sentence: String) { description = sentence }
}
