import Foundation

/// What is wrong with a picture, as a sentence that names its file.
public struct ImageError: Error, Equatable, Sendable, CustomStringConvertible, LocalizedError {
  public let description: String
  public var errorDescription: String? { description }

  init(_ sentence: String) { description = sentence }
}
