import Foundation

/// That files could only have come from the network, and no mirror gave them.
///
/// What else is wrong with files, folders or the disk is a `SentenceError`.
public struct DownloadError: Error, Equatable, Sendable, CustomStringConvertible, LocalizedError {
  /// A sentence with the reason of each mirror.
  public let description: String

  /// The same sentence, for `localizedDescription`.
  public var errorDescription: String? { description }
}
