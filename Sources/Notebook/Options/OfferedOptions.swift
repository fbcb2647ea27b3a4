import ArgumentParser
import Datasets

/// The options that only some chapters use.
enum OfferedOption: String, CaseIterable {
  case epochs, batchSize = "batch-size", dataset, dataDirectory = "data-directory", log, quick, full
  case save, load, keepGoing = "keep-going", answers

  /// Why a chapter does not use it; `nil` if it does.
  func problem(in chapter: Chapter) -> String? {
    let isOffered =
      switch self {
      case .epochs, .log: chapter.epochs != nil
      case .batchSize: chapter.batchSize != nil
      case .dataset, .dataDirectory: !chapter.datasets.isEmpty
      case .quick: chapter.quick != nil
      case .full: chapter.full != nil
      case .save, .load, .keepGoing: chapter.checkpoints
      case .answers: chapter.ending != nil
      }
    return isOffered ? nil : "--\(rawValue) is not for \(chapter.name), which \(reason(chapter))"
  }

  private func reason(_ chapter: Chapter) -> String {
    switch self {
    case .epochs, .batchSize, .log: "trains no net"
    case .dataset, .dataDirectory: "reads no data"
    case .quick: "has no shorter run"
    case .full: "has no longer run"
    case .save, .load: "keeps no net in a file"
    case .answers: "asks no questions"
    case .keepGoing: chapter.epochs == nil ? "trains no net" : "goes on in any case"
    }
  }
}

/// Whether the current chapter's help lists an option.
func offered(_ option: OfferedOption) -> ArgumentVisibility {
  option.problem(in: Chapter.current) == nil ? .default : .private
}

extension ChapterOptions {
  /// Throws a `ValidationError` for an option that was given and that the chapter does not use.
  func refuseUnused() throws {
    let given: [(OfferedOption, Bool)] = [
      (.epochs, epochs != nil), (.batchSize, batchSize != nil), (.dataset, datasetName != nil),
      (.dataDirectory, dataPath != nil), (.log, logPath != nil), (.quick, quick), (.full, full),
      (.save, save != nil), (.load, load != nil), (.keepGoing, keepGoing),
      (.answers, answers),
    ]
    for (option, isGiven) in given where isGiven {
      if let problem = option.problem(in: Chapter.current) { throw ValidationError(problem) }
    }
  }
}

/// A default, worded as ArgumentParser words those it knows of.
func saidDefault(_ value: Int?) -> String { value.map { " (default: \($0))" } ?? "" }

/// The default data sets, worded likewise.
func saidDefault(_ names: [DatasetName]) -> String {
  names.isEmpty
    ? "" : " (default: \(names.map(\.rawValue).joined(separator: ", then ")))"
}
