import Foundation
import Testing

@testable import Datasets

/// Files that are not what their names say.
@Suite struct MistakenFilesTests {
  private let folder = TemporaryFolder()
  private let other: TinySet
  private let tiny: TinySet

  init() {
    other = TinySet("Other", first: 103)
    tiny = TinySet(lookalikes: [other])
    tiny.write(to: folder, "Tiny")
  }

  private func load() throws -> Dataset {
    let places = try DataDirectory(environment: [:], standard: folder.path)
    return try Dataset.load(tiny.set, from: places, by: nil, progress: { _ in })
  }

  /// The sentence, without the path of the folder.
  private func refusal(sourceLocation: SourceLocation = #_sourceLocation) -> String {
    sentence(sourceLocation: sourceLocation) { _ = try load() }
      .replacing(folder.path + "/", with: "")
  }

  @Test func theFilesOfAnotherSetAreRefused() {
    other.write(to: folder, "Tiny")
    let sentence =
      "Tiny/train-images.gz and the three files beside it are Other's, whose names are the same as "
      + "Tiny's; put Tiny's there, or choose Other as the data set"
    #expect(refusal() == sentence)
    // However they were compressed.
    for (name, bytes) in other.files { folder.write(gzip(bytes), to: "Tiny/" + name) }
    #expect(refusal() == sentence)
  }

  @Test func imagesAndLabelsOfDifferentSetsAreRefused() {
    other.write(to: folder, "Tiny", only: ["train-labels.gz", "t10k-labels.gz"])
    #expect(
      refusal()
        == "Tiny/train-labels.gz holds the training labels of Other; wanted are the training labels "
        + "of Tiny")
  }

  @Test func trainingAndTestPartsExchangedAreRefused() {
    for kind in ["images", "labels"] {
      folder.write(tiny.files["t10k-\(kind).gz"]!, to: "Tiny/train-\(kind).gz")
      folder.write(tiny.files["train-\(kind).gz"]!, to: "Tiny/t10k-\(kind).gz")
    }
    #expect(
      refusal()
        == "Tiny/train-images.gz holds the test images of Tiny; wanted are the training images of Tiny"
    )
  }

  @Test func labelsOfTheOtherPartAreRefused() {
    folder.write(tiny.files["train-labels.gz"]!, to: "Tiny/t10k-labels.gz")
    #expect(
      refusal().contains("t10k-labels.gz holds the training labels of Tiny; wanted are the test"))
  }

  @Test func imagesInThePlaceOfLabelsAreRefused() {
    folder.write(tiny.files["train-images.gz"]!, to: "Tiny/train-labels.gz")
    #expect(refusal().contains("which says that it holds images; wanted are labels"))
  }

  @Test func anotherSetInTheDataFolderItselfIsPassedOver() throws {
    try FileManager.default.removeItem(atPath: folder.path + "/Tiny")
    other.write(to: folder, "")
    #expect(refusal().contains("\n  \(folder.path) holds the files of Other\n"))
    // In a folder named after the other set nothing is looked for.
    other.write(to: folder, "Other")
    let places = try DataDirectory(environment: [:], standard: folder.path + "/Other")
    let sentence = sentence {
      _ = try Dataset.load(tiny.set, from: places, by: nil, progress: { _ in })
    }
    #expect(sentence.contains("/Other holds t10k-images.gz, "))
    tiny.write(to: folder, "Tiny")
    #expect(try load().remark == nil)
  }

  @Test func aSetOfOnesOwnIsReadAndSaidToBeThat() throws {
    folder.write(idxImages(5, 28, 28, 50), to: "Tiny/train-images.gz")
    folder.write(idxLabels(5, 4), to: "Tiny/train-labels.gz")
    let data = try load()
    #expect(data.training.count == 5 && data.training.labels == [4, 5, 6, 7, 8])
    #expect(
      data.remark?.replacing(folder.path + "/", with: "")
        == "Not the official files of Tiny: Tiny/train-images.gz holds 5 training images, "
        + "Tiny/train-labels.gz holds 5 training labels. Results on them cannot be compared with "
        + "those on Tiny.")
    #expect(data.prefix(training: 2, test: 2).remark == data.remark)
    folder.write(idxLabels(6), to: "Tiny/train-labels.gz")
    #expect(refusal().contains("holds 5 images, but Tiny/train-labels.gz holds 6 labels"))
  }

  @Test func theSameImagesForTrainingAndTestAreRefused() {
    for part in ["train", "t10k"] {
      folder.write(idxImages(4, 28, 28, 50), to: "Tiny/\(part)-images.gz")
      folder.write(idxLabels(4, 3), to: "Tiny/\(part)-labels.gz")
    }
    #expect(
      refusal()
        == "Tiny/train-images.gz and Tiny/t10k-images.gz hold the same images: a net would be tested "
        + "on those it was trained on")
  }

  @Test(arguments: [
    ("<!DOCTYPE HTML PUBLIC \"-//IETF//DTD HTML 2.0//EN\">\n<html>", "is an HTML page; perhaps"),
    ("\n\n\n<html><body>Log in</body></html>\n", "is an HTML page; perhaps"),
    (#"{"error":"not found"}"#, "is JSON; perhaps a server's error"),
    (
      "version https://git-lfs.github.com/spec/v1\n",
      "is a Git LFS pointer; the data themselves were not fetched"
    ),
    ("PK\u{3}\u{4}\u{14}\0", "is a zip archive; unpack it"), ("", "ends after 0 bytes"),
    ("x", "ends after 1 bytes"),
  ]) func whatStandsInAFilesPlaceIsNamed(text: String, sentence: String) {
    folder.write(Array(text.utf8), to: "Tiny/train-images.gz")
    #expect(refusal().hasPrefix("Tiny/train-images.gz \(sentence)"))
  }

  @Test func otherFormsOfIDXAreNamed() {
    folder.write(bigEndian(0xC02) + bigEndian(1) + bigEndian(8), to: "Tiny/train-labels.gz")
    #expect(
      refusal().contains("0x00000c02, which says that it holds numbers of 32 bits along 2 axes"))
    folder.write([1, 8, 0, 0, 6, 0, 0, 0], to: "Tiny/train-labels.gz")
    #expect(refusal().contains("0x01080000, the number of labels with its bytes reversed"))
  }

  @Test func whatIsNoFileIsSaidAndNotWaitedFor() throws {
    let path = folder.path + "/Tiny/train-images.gz"
    func sentence(_ make: () throws -> Void) throws -> String {
      try FileManager.default.removeItem(atPath: path)
      try make()
      return refusal()
    }
    #expect(
      try sentence {
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/none")
      }
        == "Tiny/train-images.gz is a link to /none, which does not exist; wanted is a file of "
        + "training images")
    #expect(
      try sentence {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
      }
        == "Tiny/train-images.gz is a folder; wanted is a file of training images")
    #expect(
      try sentence { mkfifo(path, 0o600) }
        == "Tiny/train-images.gz is a device or a pipe; wanted is a file of training images")
    // The same file unpacked beside it will do.
    folder.write(idxImages(6, 28, 28), to: "Tiny/train-images")
    #expect(try load().remark == nil)
  }
}

/// The official files, if they are on this machine.
@Suite(.enabled(if: isPresent(.mnist) && isPresent(.fashionMNIST))) struct OfficialSwapTests {
  @Test(arguments: [
    (DatasetName.mnist, DatasetName.fashionMNIST, "are Fashion-MNIST's"),
    (.fashionMNIST, .mnist, "are MNIST's"),
  ]) func oneSetIsNotTakenForTheOther(wanted: DatasetName, given: DatasetName, says: String) throws
  {
    let folder = TemporaryFolder()
    let place = "\(folder.path)/\(wanted.official!.folder)"
    let source = try DataDirectory().searched.lazy.compactMap { dataFolder -> FoundFiles? in
      if case .found(let files) = try given.official!.search(dataFolder) { files } else { nil }
    }.first!
    try FileManager.default.createSymbolicLink(
      atPath: place, withDestinationPath: URL(filePath: source.folder).path)
    #expect(
      sentence { _ = try Dataset.load(wanted, from: folder.path, downloads: false) }
        .contains(says))
  }
}
