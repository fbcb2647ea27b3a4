import Foundation

/// What is wrong with a file, a folder or a download, as a sentence for the person at the keyboard.
public struct DatasetError: Error, Equatable, Sendable, CustomStringConvertible, LocalizedError {
  public let description: String

  /// Whether the files are in order as far as they are here, and only the network failed.
  public let isOutOfReach: Bool

  init(_ sentence: String, isOutOfReach: Bool = false) {
    (description, self.isOutOfReach) = (sentence, isOutOfReach)
  }

  public var errorDescription: String? { description }
}
