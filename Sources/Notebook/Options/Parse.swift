import ArgumentParser
import Datasets

extension ChapterOptions {
  /// The options this chapter was started with.
  ///
  /// `--help` prints them and ends the program with status 0; a mistake ends it with a sentence and
  /// status 64.
  ///
  /// - Parameters:
  ///   - abstract: what the chapter is about, in a sentence or two, for its help
  ///   - epochs: the default number of epochs, for its help
  ///   - batchSize: the default batch size, for its help
  ///   - dataset: the default data set, for its help
  ///   - checkpoints: whether it keeps its net in a file, see `Checkpoints`
  ///   - file: the chapter's source file, in whose package figures and data sets are kept
  public static func parse(
    chapter number: Int, abstract: String, epochs: Int? = nil, batchSize: Int? = nil,
    dataset: DatasetName? = nil, checkpoints: Bool = false, file: String = #filePath
  ) -> ChapterOptions {
    let chapter = Chapter(
      number, abstract: abstract, epochs: epochs, batchSize: batchSize, dataset: dataset,
      checkpoints: checkpoints, file: file)
    return parse(nil, for: chapter)
  }

  static func parse(_ arguments: [String]?, for chapter: Chapter) -> ChapterOptions {
    Chapter.$current.withValue(chapter) {
      do {
        return try Command.parse(arguments).options
      } catch {
        Command.exit(withError: error)
      }
    }
  }
}

/// The options as a command, since only commands have a name and an abstract.
struct Command: ParsableCommand {
  static var configuration: CommandConfiguration {
    let chapter = Chapter.current
    return .init(
      commandName: chapter.name, abstract: chapter.abstract, usage: "\(chapter.name) [options]")
  }

  @OptionGroup var options: ChapterOptions
}
