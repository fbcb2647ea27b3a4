import ArgumentParser
import Datasets
import Foundation
import Images
import Notebook
import Training

/// The options, with their names resolved.
struct Request {
  enum Source: Equatable {
    case file(URL)
    case row(Int, DatasetName)
  }

  let source: Source
  let dataset: DatasetName?

  /// - Throws: `ValidationError`
  init(_ options: Classify) throws {
    dataset = try options.dataset.map { try named($0, "data set") }
    source = try Self.source(options, dataset)
    if options.upright, case .row = source {
      throw ValidationError(
        "--upright turns a photograph as its camera has noted; test pictures have no such note")
    }
    if options.top < 1 { throw ValidationError("--top is \(options.top); it must be at least 1") }
    if let side = options.resize, !(1...1024).contains(side) {
      throw ValidationError("--resize is \(side); it must be from 1 to 1024 pixels")
    }
  }

  private static func source(_ options: Classify, _ dataset: DatasetName?) throws -> Source {
    switch (options.picture, options.row) {
    case (let picture?, nil): return .file(URL(fileURLWithPath: picture))
    case (nil, let row?):
      guard let dataset else {
        throw ValidationError(
          "--row is \(row), but of which data set? Say so with --dataset, such as --dataset mnist")
      }
      return .row(row, dataset)
    case (.some, .some):
      throw ValidationError("both a picture and --row were given; one of them is to be classified")
    case (nil, nil):
      throw ValidationError(
        "there is nothing to classify: give a picture, or --dataset and --row")
    }
  }
}
