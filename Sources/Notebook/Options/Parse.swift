import ArgumentParser

extension ChapterOptions {
  /// The options this chapter was started with; what the chapter is is printed first.
  ///
  /// `--help` prints them and ends the program with status 0; a mistake ends it with a sentence and
  /// status 64.
  ///
  /// - Parameters:
  ///   - chapter: what the chapter is.
  ///   - ending: how it ends; `--answers` prints its answers and ends the program.
  public static func parse(_ chapter: Chapter, _ ending: Ending? = nil) -> ChapterOptions {
    var chapter = chapter
    chapter.ending = ending
    let options = parse(nil, for: chapter)
    if options.answers, let ending {
      printLines(ending.answers(chapter, .standardOutput))
      Command.exit()
    }
    if !Woven.isOn {
      let figures = options.figureOptions.path.shown
      printLines(openingText(chapter, figures: figures, .standardOutput))
    }
    return options
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
      commandName: chapter.name, abstract: "\(chapter.title): \(chapter.abstract)",
      usage: "\(chapter.name) [options]")
  }

  @OptionGroup var options: ChapterOptions
}
