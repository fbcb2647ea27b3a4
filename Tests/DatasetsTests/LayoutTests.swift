import Foundation
import Testing

@testable import Datasets

/// The many ways in which people have the four files.
@Suite struct LayoutTests {
  private let folder = TemporaryFolder()
  private let tiny = TinySet(suffixes: ("-idx3-ubyte", "-idx1-ubyte"))

  private func load(
    _ explicit: String? = nil, environment: String? = nil, standard: String? = nil,
    notice: (String) -> Void = { _ in }
  ) throws -> Dataset {
    let places = try DataDirectory(
      explicit: explicit ?? folder.path,
      environment: environment.map { ["DATASETS_ROOT": $0] } ?? [:],
      standard: standard ?? "/standard")
    return try Dataset.load(tiny.set, from: places, by: nil, notice: notice, progress: { _ in })
  }

  /// Writes each file under the name that `name` makes of its own without `.gz`.
  private func write(unpacked: Bool = false, _ name: (String) -> String) {
    for (file, bytes) in tiny.files {
      let stem = String(file.dropLast(3))
      let content = unpacked ? try! Gzip.decompress(bytes, name: file, limit: 1 << 20) : bytes
      folder.write(content, to: name(stem))
    }
  }

  private func expectFound(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let data = try load()
    #expect(data.training.count == 6 && data.test.count == 3, sourceLocation: sourceLocation)
    #expect(data.remark == nil, sourceLocation: sourceLocation)
  }

  @Test(arguments: [
    "", "raw/", "data/", "tiny/", "TINY/", "Tiny-Set/", "tiny_set/raw/", "data/tiny/",
    "Tiny/Tiny/raw/",
    "Ordner mit Leerzeichen – 数据 é/../Tiny/",
  ]) func theFolderMayBeAnyOfThese(place: String) throws {
    write { place + $0 + ".gz" }
    try expectFound()
  }

  @Test func theDataFolderMayHaveAnyName() throws {
    write { "Ordner mit Leerzeichen – 数据 é/Tiny/" + $0 + ".gz" }
    #expect(try load(folder.path + "/Ordner mit Leerzeichen – 数据 é").training.count == 6)
  }

  @Test func aDotMayStandForAHyphen() throws {
    write(unpacked: true) { "Tiny/" + $0.replacing("-idx", with: ".idx") }
    try expectFound()
    #expect(folder.contents.contains("Tiny/train-images.idx3-ubyte"))
  }

  @Test func aFolderPerFileIsWhatKaggleUnpacks() throws {
    write(unpacked: true) { "Tiny/\($0)/\($0)" }
    try expectFound()
  }

  @Test(arguments: [false, true]) func theNameNeedNotSayWhetherAFileIsGzipped(unpacked: Bool) throws
  {
    write(unpacked: unpacked) { "Tiny/" + $0 + (unpacked ? ".gz" : "") }
    try expectFound()
  }

  @Test func recompressedFilesAreTheOfficialOnes() throws {
    let file = tiny.set.trainingLabels
    write { "Tiny/" + $0 + ".gz" }
    let labels = idxLabels(6)
    let path = "Tiny/" + file.name
    for bytes in [
      gzip(Array(labels[..<5])) + gzip(Array(labels[5...])), gzip(gzip(labels)),
      gzip(labels) + [UInt8](repeating: 0, count: 512),
    ] {
      #expect(bytes != tiny.files[file.name])
      folder.write(bytes, to: path)
      try expectFound()
    }
  }

  @Test func linksAreFollowed() throws {
    write { "elsewhere/" + $0 + ".gz" }
    try FileManager.default.createDirectory(
      atPath: folder.path + "/Tiny", withIntermediateDirectories: true)
    for name in tiny.files.keys {
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder.path)/Tiny/\(name)", withDestinationPath: "../elsewhere/\(name)")
    }
    try expectFound()
  }

  @Test func whatIsSeenInsteadIsListed() {
    let root = TemporaryFolder()
    for name in 1...10 { root.write([1], to: "\(name).npz") }
    folder.write([1], to: "Tiny/mnist.npz")
    folder.write([1], to: "notes.txt")
    let sentence = sentence { _ = try load(environment: root.path, standard: "/none") }
    let lines = sentence.split(separator: "\n").dropFirst().dropLast()
    #expect(
      lines == [
        "  \(folder.path)/Tiny holds mnist.npz", "  \(folder.path) holds Tiny, notes.txt",
        "  DATASETS_ROOT: \(root.path) holds 1.npz, 10.npz, 2.npz, 3.npz, 4.npz, 5.npz, 6.npz, "
          + "7.npz and 2 more", "  /none does not exist",
      ])
  }

  @Test func anEmptyFolderAndAFileInItsPlaceAreSaid() {
    let file = folder.write([1], to: "file")
    let empty = TemporaryFolder()
    let sentence = sentence { _ = try load(empty.path, environment: file) }
    #expect(sentence.contains("\n  \(empty.path) is empty\n"))
    #expect(sentence.contains("\n  DATASETS_ROOT: \(file) is a file, not a folder\n"))
  }

  @Test func aFolderThatIsPassedOverIsSaid() throws {
    write { "Tiny/" + $0 + ".gz" }
    let empty = TemporaryFolder()
    var notices: [String] = []
    _ = try load(empty.path, environment: "/nowhere", standard: folder.path) { notices.append($0) }
    #expect(
      notices == [
        """
        Tiny was not found:
          \(empty.path) is empty
          DATASETS_ROOT: /nowhere does not exist
        It is read from \(folder.path)/Tiny.
        """
      ])
    notices = []
    _ = try load(standard: empty.path) { notices.append($0) }
    #expect(notices == [])
  }
}
