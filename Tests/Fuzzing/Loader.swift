import Autograd
import Foundation

/// A loader to be tested: how files of its format are made, and how a file is read completely.
package struct Loader: Sendable {
  package let name: String

  /// Makes a valid file, or one that is invalid in ways particular to the format.
  let specimen: @Sendable (inout Random) -> Specimen

  /// Reads a file completely.
  ///
  /// The URL is for loaders that read from a disk; they write the bytes there first.
  let read: @Sendable (_ bytes: [UInt8], _ file: URL) throws -> Void

  /// All loaders, in the order in which they are tested.
  package static let all: [Loader] = [.idx, .gzip, .safetensors, .checkpoint, .png, .jpeg]
}
