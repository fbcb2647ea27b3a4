import Foundation

/// What is wrong with a file, a folder or a download, as a sentence for the person at the keyboard.
public struct DatasetError: Error, Equatable, Sendable, CustomStringConvertible, LocalizedError {
  public let description: String

  init(_ sentence: String) { description = sentence }

  public var errorDescription: String? { description }
}
