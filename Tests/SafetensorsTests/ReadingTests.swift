import Foundation
import Sentences
import TestSupport
import Testing

@testable import Safetensors

/// Files that Python wrote, and files that are not there or change.
@Suite struct ReadingTests {
  /// Written by `Tests/Fixtures/types_of_numbers.py`.
  func fixture() throws -> SafetensorsFile { try SafetensorsFile(fixtureURL("types")) }

  @Test func everyTypeThatPythonWritesIsKnown() throws {
    let file = try fixture()
    #expect(file.metadata == ["format": "pt", "a \"name\"": "two\nlines, é 🙂"])
    #expect(
      file.entries.map(\.name) == [
        "uint64", "int64", "scalar", "float64", "complex64", "empty", "float32", "uint32", "int32",
        "bfloat16", "float16", "uint16", "int16", "float8_e5m2fnuz", "float8_e4m3fnuz",
        "float8_e8m0fnu", "float8_e4m3fn", "float8_e5m2", "int8", "uint8", "bool",
      ])
    let types = file.entries.map(\.type).filter { ![.int64, .float32].contains($0) }
    let sizesAlone: Set<ElementType> = [.float6E3M2, .float6E2M3, .float4]  // PyTorch has none
    #expect(
      types
        == ElementType.allCases.filter {
          ![.int64, .float32].contains($0) && !sizesAlone.contains($0)
        })
    #expect(file.entries.map(\.shape)[1...5] == [[3], [], [2, 3], [3], [0, 3]])
  }

  @Test func numbersComeOutAsTheyWentIn() throws {
    let file = try fixture()
    #expect(try file.floats("float64") == [0, 1, -2.5, 6e-8, 65504, .infinity])
    #expect(try file.floats("float32") == [0, 1, -2.5, 6e-8, 65504, .infinity])
    #expect(try file.floats("float16") == [0, 1, -2.5, 0x1p-24, 65504, .infinity])
    #expect(try file.floats("bfloat16") == [0, 1, -2.5, 0x1.02p-24, 65536, .infinity])
    #expect(try file.integers("int64") == [-3, 0, 7] && file.integers("scalar") == [1 << 53 + 1])
    #expect(try file.floats("empty") == [])
  }

  @Test func wholeNumbersAreReadFromAnyType() throws {
    let file = try fixture()
    for type in ["int64", "int32", "int16", "int8"] {
      #expect(try file.integers(type) == [-3, 0, 7], "\(type)")
    }
    for type in ["uint64", "uint32", "uint16"] {
      #expect(try file.integers(type) == [1, 2, 4], "\(type)")
    }
    #expect(try file.integers("uint8") == [253, 0, 7])
    let floats: [ElementType: [UInt8]] = [
      .float64: [0, 0, 0, 0, 0, 0, 0x59, 0x40], .float32: [0, 0, 0xC8, 0x42],
      .float16: [0x40, 0x56], .bfloat16: [0xC8, 0x42],
    ]
    for (type, hundred) in floats {
      #expect(hundred.withUnsafeBytes { type.integer!($0) } == 100, "\(type)")
    }
    // Beyond the digits of a Float, and beyond 64 bits.
    let large = (0x1p53 - 1).bitPattern.littleEndian
    #expect(withUnsafeBytes(of: large) { ElementType.float64.integer!($0) } == 1 << 53 - 1)
    #expect(withUnsafeBytes(of: UInt64.max) { ElementType.uint64.integer!($0) } == .some(nil))
  }

  /// Two hundred and forty numbers, in each type and as PyTorch widens them again.
  @Test func everyPrecisionIsReadExactly() throws {
    let file = try SafetensorsFile(fixtureURL("precisions"))
    #expect(try file.floats("float32").count == 240)
    #expect(try file.floats("float64") == file.floats("float32"))
    #expect(try file.floats("float16") == file.floats("half as float"))
    #expect(try file.floats("bfloat16") == file.floats("bfloat as float"))
    #expect(try file.floats("float16") != file.floats("float32"))
  }

  #if !arch(x86_64) || os(Linux)
    @Test func everyHalfIsWidenedExactly() {
      for bits in UInt16.min...UInt16.max {
        let float = withUnsafeBytes(of: bits.littleEndian) { ElementType.float16.float!($0) }
        let half = Float16(bitPattern: bits)
        #expect(float.bitPattern == Float(half).bitPattern || half.isNaN && float.isNaN)
      }
    }
  #endif

  @Test func theWrongTypeOrNameGetsASentence() throws {
    let file = try fixture()
    func sentence(_ body: () throws -> Any) -> String {
      do { return "\(try body())" } catch { return "\(error)".replacing(file.path, with: "FILE") }
    }
    #expect(
      sentence { try file.floats("int8") }
        == #""int8" in FILE is of type I8; numbers of type F32, F16, BF16 or F64 were wanted"#)
    #expect(
      sentence { try file.integers("float32") }
        == #""float32" in FILE has a number that is not whole, or beyond 64 bits; whole numbers were wanted"#
    )
    #expect(
      sentence { try file.integers("complex64") }
        == #""complex64" in FILE is of type C64; whole numbers were wanted"#)
    #expect(sentence { try file.floats("none\u{1B}") } == #"FILE holds no "none\u{1B}""#)
  }

  @Test func whatIsNoFileGetsASentence() throws {
    try inTemporaryFolder { folder in
      func sentence(_ name: String) -> String {
        let error = #expect(throws: SentenceError.self) {
          try SafetensorsFile(folder.appending(path: name))
        }
        return error!.description.replacing(folder.path, with: "FOLDER")
      }
      try FileManager.default.createDirectory(
        at: folder.appending(path: "b"), withIntermediateDirectories: false)
      #expect(mkfifo(folder.appending(path: "c").path, 0o600) == 0)
      #expect(sentence("a") == "FOLDER/a cannot be read: No such file or directory")
      #expect(sentence("b") == "FOLDER/b is no safetensors file: it is a folder")
      #expect(sentence("c") == "FOLDER/c is no safetensors file: it is a device or a pipe")
    }
  }

  @Test func aFileOfAnotherKindIsNamed() throws {
    try inTemporaryFolder { folder in
      let file = folder.appending(path: "a.safetensors")
      for (text, kind) in [
        ("version https://git-lfs.github.com/spec/v1\n", "a Git LFS pointer"),
        ("<!DOCTYPE html>\n<html>", "an HTML page"), ("GGUF\u{3}\0\0\0", "a GGUF file"),
      ] {
        try Data(text.utf8).write(to: file)
        let error = #expect(throws: SentenceError.self) { try SafetensorsFile(file) }
        #expect(error?.description.hasPrefix("\(file.path) is \(kind)") == true)
      }
    }
  }

  @Test func aFileThatShrinksGetsASentence() throws {
    try inTemporaryFolder { folder in
      let url = folder.appending(path: "a.safetensors")
      try SafetensorsFile.write(
        [.init("a", shape: [100], .floats(Array(repeating: 1, count: 100)))], to: url)
      let file = try SafetensorsFile(url)
      #expect(truncate(url.path, 100) == 0)
      let error = #expect(throws: SentenceError.self) { try file.floats("a") }
      #expect(error?.description == #""a" in \#(url.path) cannot be read: it ends at byte 100"#)
    }
  }

  @Test func aTensorLargerThanMemoryGetsASentence() throws {
    try inTemporaryFolder { folder in
      // A file with a hole: it takes no room on the disk.
      let url = folder.appending(path: "a.safetensors")
      let size = Int(ProcessInfo.processInfo.physicalMemory)
      let header =
        #"{"a":{"dtype":"U8","shape":[0],"data_offsets":[0,0]},"#
        + #""b":{"dtype":"F16","shape":[\#(size / 2)],"data_offsets":[0,\#(size)]}}"#
      let file = bytes(header, data: 0)
      try file.write(to: url)
      try #require(truncate(url.path, file.count + size) == 0)
      let error = #expect(throws: SentenceError.self) { try SafetensorsFile(url).floats("b") }
      #expect(error?.description == #""b" in \#(url.path) does not fit into memory"#)
    }
  }
}
