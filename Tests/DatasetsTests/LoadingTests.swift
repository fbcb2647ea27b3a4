import Testing

@testable import Datasets

@Suite struct LoadingTests {
  private let folder = TemporaryFolder()
  private let tiny = TinySet()

  private func load(from other: String? = nil) throws -> Dataset {
    let environment = other.map { ["DATASETS_ROOT": $0] } ?? [:]
    let places = try DataDirectory(environment: environment, standard: folder.path)
    return try Dataset.load(tiny.set, from: places, by: nil, progress: { _ in })
  }

  @Test(arguments: ["Tiny", "Tiny/raw"]) func filesAreFoundHereOrWhereTorchvisionPutsThem(
    place: String
  ) throws {
    tiny.write(to: folder, place)
    let data = try load()
    #expect(data.name == "Tiny" && !data.isDrawn)
    #expect(data.training.count == 6 && data.test.count == 3)
    #expect(data.training.labels == [0, 1, 2, 3, 4, 5])
    #expect(data.test.picture(at: 0).prefix(3) == [1, 8, 15])
  }

  @Test func unpackedFilesWillDo() throws {
    tiny.write(to: folder, "Tiny", only: ["train-images.gz", "t10k-labels.gz"])
    folder.write(idxLabels(6), to: "Tiny/train-labels")
    folder.write(idxImages(3, 28, 28), to: "Tiny/t10k-images")
    #expect(try load().test.count == 3)
  }

  @Test func theEnvironmentComesBeforeTheStandardFolder() throws {
    let other = TemporaryFolder()
    tiny.write(to: other, "Tiny")
    folder.write([1, 2, 3], to: "Tiny/train-images.gz")
    #expect(try load(from: other.path).training.count == 6)
  }

  @Test func aPartlyPresentSetNamesWhatIsMissing() {
    tiny.write(to: folder, "Tiny", only: ["train-images.gz", "t10k-labels.gz"])
    #expect(
      sentence { _ = try load(from: "nowhere") } == """
        Tiny was not found:
          DATASETS_ROOT: nowhere does not exist
          \(folder.path)/Tiny lacks train-labels.gz, t10k-images.gz
          \(folder.path) holds Tiny
        Wanted are train-images.gz, train-labels.gz, t10k-images.gz, t10k-labels.gz, gzipped or not, \
        in such a folder or its folder Tiny.
        """)
  }

  @Test func filesInTwoFoldersAreNotMixed() {
    tiny.write(to: folder, "Tiny", only: ["train-images.gz", "train-labels.gz"])
    tiny.write(to: folder, "Tiny/raw", only: ["t10k-images.gz", "t10k-labels.gz"])
    #expect(sentence { _ = try load() }.contains("lacks t10k-images.gz, t10k-labels.gz"))
  }

  @Test func aDamagedFileIsNamed() {
    tiny.write(to: folder, "Tiny")
    folder.write(Array(tiny.files["t10k-images.gz"]!.dropLast(3)), to: "Tiny/t10k-images.gz")
    #expect(sentence { _ = try load() }.contains("/Tiny/t10k-images.gz is cut off"))
  }

  @Test func aPageInAFilesPlaceIsNamed() {
    tiny.write(to: folder, "Tiny")
    folder.write(Array("<html>".utf8), to: "Tiny/t10k-images.gz")
    #expect(sentence { _ = try load() }.contains("t10k-images.gz is an HTML page; "))
  }

  @Test func drawnDigitsNeedNoFiles() throws {
    let data = try Dataset.load(.drawn, downloads: false, seed: 3)
    #expect(data.isDrawn && data.training.count == 12_000 && data.test.count == 2_000)
  }
}
