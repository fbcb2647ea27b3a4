import Foundation
import Sentences
import TestSupport
import Testing

@testable import Safetensors

@Suite struct WritingTests {
  static let floats: [Float] = [
    0, -0.0, 1, .pi, .leastNonzeroMagnitude, .greatestFiniteMagnitude, .infinity, -.infinity,
    Float(bitPattern: 0x7FC0_1234), Float(bitPattern: 0xFF80_0001),
  ]

  @Test func whatIsWrittenIsReadBackToTheBit() throws {
    try inTemporaryFolder { folder in
      let file = folder.appending(path: "a.safetensors")
      let words = ["a": "b\n\"c\"", "é": "🙂\u{1}"]
      try SafetensorsFile.write(
        [
          .init("weight", shape: [2, 5], .floats(Self.floats)),
          .init("count", shape: [], .integers([.min])),
          .init("a \"name\"", shape: [0, 3], .floats([])),
        ], metadata: words, to: file)
      let back = try SafetensorsFile(file)
      #expect(back.metadata == words)
      #expect(back.entries.map(\.name) == ["count", "a \"name\"", "weight"])
      #expect(back.entries.map(\.shape) == [[], [0, 3], [2, 5]])
      #expect(try back.floats("weight").map(\.bitPattern) == Self.floats.map(\.bitPattern))
      #expect(try back.integers("count") == [.min] && back.floats("a \"name\"") == [])
      #expect(try names(in: folder) == ["a.safetensors"])
    }
  }

  /// The very bytes of `safetensors.torch.save` 0.8 for these tensors.
  @Test func theBytesAreThoseOfThePythonLibrary() throws {
    try inTemporaryFolder { folder in
      let file = folder.appending(path: "a.safetensors")
      try SafetensorsFile.write(
        [
          .init("b", shape: [1], .floats([1])), .init("a", shape: [], .floats([2])),
          .init("n", shape: [], .integers([3])),
        ], metadata: ["k": "v"], to: file)
      let header =
        #"{"__metadata__":{"k":"v"},"n":{"dtype":"I64","shape":[],"data_offsets":[0,8]},"#
        + #""a":{"dtype":"F32","shape":[],"data_offsets":[8,12]},"#
        + #""b":{"dtype":"F32","shape":[1],"data_offsets":[12,16]}}"#
      let padded = header + String(repeating: " ", count: (8 - header.utf8.count % 8) % 8)
      let data: [UInt8] = [3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x40, 0, 0, 0x80, 0x3F]
      #expect(try Data(contentsOf: file) == bytes(padded, data: 0) + data)
    }
  }

  /// Random bits, numbers half-way between two, both zeros and infinities, and NaNs.
  @Test func bfloat16IsRoundedAsInPyTorch() throws {
    let file = try SafetensorsFile(fixtureURL("rounded"))
    let (exact, theirs) = (try file.floats("exact"), try file.floats("rounded"))
    #expect(exact.count == 298 && exact.contains(where: \.isNaN))
    try inTemporaryFolder { folder in
      let url = folder.appending(path: "a.safetensors")
      try SafetensorsFile.write(
        [.init("a", shape: [exact.count], .floats(exact, as: .bfloat16))], to: url)
      let back = try SafetensorsFile(url)
      #expect(back.entries.map(\.type) == [.bfloat16])
      for (ours, theirs) in zip(try back.floats("a"), theirs) {
        #expect(ours.bitPattern == theirs.bitPattern || ours.isNaN && theirs.isNaN)
      }
      let size = try FileManager.default.attributesOfItem(atPath: url.path)[.size] as? Int
      #expect(size! % 8 == 4 && size! < 298 * 2 + 100)
    }
  }

  @Test func anEmptyFileAndAHeaderOfAnyLengthAreRead() throws {
    try inTemporaryFolder { folder in
      let file = folder.appending(path: "a.safetensors")
      for length in 0..<9 {
        let name = String(repeating: "x", count: length)
        try SafetensorsFile.write([.init(name, shape: [1], .floats([1]))], to: file)
        #expect(try SafetensorsFile(file).floats(name) == [1])
      }
      try SafetensorsFile.write([], to: file)
      #expect(try SafetensorsFile(file).entries.isEmpty)
    }
  }

  @Test(arguments: [
    (
      [NamedNumbers("a", shape: [2], .floats([1]))],
      #""a" lies in bytes 0 to 4 of the data, which are 4, but F32 of shape [2] takes 8"#
    ),
    (
      [NamedNumbers("a", shape: [], .floats([1])), NamedNumbers("a", shape: [], .integers([1]))],
      #"the name "a" occurs twice in its header"#
    ),
    (
      [NamedNumbers("a", shape: [-1], .floats([]))],
      #"the shape of "a" must be an array of whole numbers, but holds -1"#
    ),
    (
      [NamedNumbers("__metadata__", shape: [], .floats([1]))],
      "the format has __metadata__ for itself, so no tensor can be called so"
    ),
  ])
  func whatCouldNotBeReadIsNotWritten(tensors: [NamedNumbers], sentence: String) throws {
    try inTemporaryFolder { folder in
      let file = folder.appending(path: "a.safetensors")
      let error = #expect(throws: SentenceError.self) {
        try SafetensorsFile.write(tensors, to: file)
      }
      #expect(error?.description == "\(file.path) cannot be written: \(sentence)")
      let left = try names(in: folder)
      #expect(left == [])
    }
  }
}
