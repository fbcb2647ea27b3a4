import Autograd
import Foundation

/// A loader to be tested: how files of its format are made, and how one is read to its last number.
package struct Loader: Sendable {
  package let name: String

  /// Makes a file that is sound, or unsound in ways that only one who knows the format thinks of.
  let specimen: @Sendable (inout Random) -> Specimen

  /// Reads a file through.
  ///
  /// The file is there to be written to by those loaders that read from a disk.
  let read: @Sendable (_ bytes: [UInt8], _ file: URL) throws -> Void

  /// All loaders, by the order in which they are tested.
  package static let all: [Loader] = [.idx, .gzip, .safetensors, .checkpoint, .png, .jpeg]
}
