import Datasets
import Files
import Foundation

/// What a chapter says about itself, for its help and for the places of its files.
struct Chapter: Sendable {
  var name = "chapter"
  var abstract = ""
  var figures = "Figures"
  var epochs: Int?
  var batchSize: Int?
  var dataset: DatasetName?
  var checkpoints = false
  var package = URL(fileURLWithPath: FileManager.default.currentDirectoryPath)

  /// The chapter whose options are being read.
  ///
  /// ArgumentParser makes help from types, not from values, so this is how a value gets there.
  @TaskLocal static var current = Chapter()

  func path(_ name: String) -> Path {
    Path(package.appending(path: name), shown: name)
  }

  var saidDataset: String { dataset.map { " (default: \($0.rawValue))" } ?? "" }

  /// A default, worded as ArgumentParser words those it knows of.
  func said(_ value: KeyPath<Chapter, Int?>) -> String {
    self[keyPath: value].map { " (default: \($0))" } ?? ""
  }
}

extension Chapter {
  init(
    _ number: Int, abstract: String, epochs: Int? = nil, batchSize: Int? = nil,
    dataset: DatasetName? = nil, checkpoints: Bool = false, file: String
  ) {
    name = "chapter\(number)"
    figures = "Figures/Chapter\(number)"
    (self.abstract, self.epochs, self.batchSize) = (abstract, epochs, batchSize)
    (self.dataset, self.checkpoints) = (dataset, checkpoints)
    if let root = packageRoot(above: file) { package = root }
  }
}
