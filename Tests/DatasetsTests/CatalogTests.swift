import Files
import Foundation
import Testing

@testable import Datasets

@Suite struct CatalogTests {
  @Test(arguments: [DatasetName.mnist, .fashionMNIST])
  func everyFileIsFullyDescribed(name: DatasetName) {
    let set = name.official!
    #expect(set.classNames.count == 10)
    #expect(Set(set.files.map(\.sha256) + set.files.map(\.unpackedSHA256)).count == 8)
    for file in set.files {
      for sum in [file.sha256, file.unpackedSHA256] {
        #expect(sum.count == 64 && sum.allSatisfy(\.isHexDigit))
      }
      #expect(file.name.hasSuffix("-ubyte.gz") && !file.unpackedName.contains(".gz"))
    }
    #expect(set.mirrors.count == 2 && set.mirrors.allSatisfy { $0.hasSuffix("/") })
    #expect(
      set.files.map(\.title) == [
        "training images", "training labels", "test images", "test labels",
      ])
  }

  @Test func everyNameOfTheCommandLineStandsForASet() {
    #expect(DatasetName(rawValue: "fashion-mnist")?.official?.folder == "FashionMNIST")
    #expect(DatasetName(rawValue: "mnist")?.official?.folder == "MNIST")
    #expect(DatasetName.drawn.official == nil)
  }

  /// The true files, if there are any on this machine.
  @Test(.enabled(if: isPresent(.mnist))) func theTrueMNISTIsWhatIsKnownOfIt() throws {
    let data = try Dataset.load(.mnist, downloads: false)
    #expect(data.training.count == 60_000 && data.test.count == 10_000)
    #expect(data.training.labels.prefix(5) == [5, 0, 4, 1, 9] && data.remark == nil)
    #expect(abs(data.training.mean - 0.1307) < 5e-5)
    #expect(abs(data.training.deviation - 0.3081) < 5e-5)
  }

  @Test(.enabled(if: isPresent(.fashionMNIST))) func theTrueFashionMNISTIsWhatIsKnownOfIt() throws {
    let data = try Dataset.load(.fashionMNIST, downloads: false)
    #expect(data.training.classNames[data.training.labels[0]] == "Ankle boot" && data.remark == nil)
    #expect(abs(data.training.mean - 0.2860) < 5e-5)
    #expect(abs(data.training.deviation - 0.3530) < 5e-5)
  }

  /// The sums of the catalogue, where the gzipped files are here to be summed.
  @Test(arguments: [DatasetName.mnist, .fashionMNIST].filter(isPresent))
  func theCatalogueAgreesWithTheTrueFiles(name: DatasetName) throws {
    let set = name.official!
    for file in set.files {
      guard let path = try path(of: file, in: set), path.hasSuffix(".gz") else { continue }
      #expect(try InputFile(path).byteCount == file.byteCount)
      #expect(try SHA256.hexDigest(ofFile: path) == file.sha256)
    }
  }
}

private func path(of file: OfficialFile, in set: OfficialSet) throws -> String? {
  try DataDirectory().searched.flatMap { set.folders(in: $0) }.compactMap { try $0.path(of: file) }
    .first
}

func isPresent(_ name: DatasetName) -> Bool {
  ((try? DataDirectory())?.searched ?? []).contains {
    if case .found? = try? name.official!.search($0) { true } else { false }
  }
}
