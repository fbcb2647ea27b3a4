import Foundation
import Sentences
import TestSupport
import Testing

@testable import Safetensors

/// A file that Python wrote.
func fixtureURL(_ name: String) -> URL {
  URL(filePath: #filePath).appending(path: "../../Fixtures/\(name).safetensors").standardized
}

func names(in folder: URL) throws -> [String] {
  try FileManager.default.contentsOfDirectory(atPath: folder.path)
}

/// The bytes of a file with this header, however wrong, and so many bytes of data.
func bytes(_ header: String, data: Int = 4) -> Data {
  withUnsafeBytes(of: UInt64(header.utf8.count).littleEndian) { Data($0) } + Data(header.utf8)
    + Data(repeating: 1, count: data)
}

/// What is said of a file with these bytes, after its name; `nil` if nothing is.
func problem(_ bytes: Data) throws -> String? {
  try inTemporaryFolder { folder in
    let file = folder.appending(path: "a.safetensors")
    try bytes.write(to: file)
    do {
      _ = try SafetensorsFile(file)
      return nil
    } catch let error as SentenceError {
      let begin = "\(file.path) is no safetensors file: "
      #expect(error.description.hasPrefix(begin), "\(error)")
      return String(error.description.dropFirst(begin.count))
    }
  }
}
