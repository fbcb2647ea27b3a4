import ArgumentParser
import Foundation
import Testing

@testable import Notebook

struct ChapterOptionsTests {
  static let chapter = Chapter(
    2, abstract: "Chapter 2. LeNet.", epochs: 5, batchSize: 256, dataset: .mnist, file: #filePath)

  func parse(_ arguments: String...) throws -> ChapterOptions {
    try Chapter.$current.withValue(Self.chapter) { try Command.parse(arguments).options }
  }

  /// The sentence that is printed after "Error: ".
  func problem(_ arguments: String...) -> String {
    Chapter.$current.withValue(Self.chapter) {
      do {
        _ = try Command.parse(arguments)
        return "none"
      } catch {
        return Command.message(for: error)
      }
    }
  }

  @Test func withoutOptionsTheChapterDecides() throws {
    let options = try parse()
    #expect(options.epochs == nil && options.batchSize == nil)
    #expect(options.seed == 1 && options.dataset == nil)
    #expect(options.dataDirectory == nil)
    #expect(!options.quick && !options.full && options.log == nil)
  }

  @Test func everyOptionIsRead() throws {
    let options = try parse(
      "--epochs", "3", "--batch-size=64", "--seed", "18446744073709551615", "--dataset",
      "fashion-mnist", "--data-directory", "/data", "--figures", "/figures", "--log", "/log.jsonl",
      "--quick", "--figure-format", "PDF", "--figure-theme", "dark")
    #expect(options.figureOptions.format == .pdf && options.figureOptions.theme == .dark)
    #expect(options.epochs == 3 && options.batchSize == 64 && options.seed == .max)
    #expect(options.dataset == .fashionMNIST && options.quick)
    #expect(options.dataDirectory?.path == "/data" && options.figures.path == "/figures")
    #expect(options.log?.path == "/log.jsonl")
  }

  @Test func wrongNumbersGetASentence() {
    #expect(problem("--batch-size", "0") == "--batch-size is 0; it must be at least 1")
    #expect(problem("--epochs", "-1") == "--epochs is -1; it must be at least 1")
    #expect(problem("--epochs", "many") == "The value 'many' is invalid for '--epochs <n>'")
    #expect(problem("--seed", "-1") == "The value '-1' is invalid for '--seed <n>'")
  }

  @Test func anUnknownDataSetIsToldTheNearest() {
    #expect(
      problem("--dataset", "fashon") == "--dataset is fashon, which is no data set here; "
        + "it must be mnist, fashion-mnist or drawn. Did you mean fashion-mnist?")
  }

  @Test func anUnknownFormatOrThemeIsToldTheNearest() {
    #expect(
      problem("--figure-format", "pgn")
        == "pgn is no format here; there are svg, png, pdf. Did you mean png?")
    #expect(
      problem("--figure-theme", "drak")
        == "drak is no theme here; there are auto, light, dark, paper. Did you mean dark?")
  }

  @Test func aShortAndALongRunAreNotOne() {
    #expect(
      problem("--quick", "--full")
        == "--quick asks for a short run and --full for a long one; give one of them")
  }

  @Test func anEmptyPathIsNone() {
    #expect(problem("--figures", "") == "The value '' is invalid for '--figures <path>'")
  }

  @Test func pathsBeginInThePackageUnlessTheReaderSays() throws {
    let package = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    #expect(try parse().figures.path == package.appending(path: "Figures/Chapter2").path)
    let here = FileManager.default.currentDirectoryPath
    #expect(try parse("--figures", "mine").figures.path == here + "/mine")
  }

  @Test func onlyAChapterThatKeepsItsNetHasSaveAndLoad() throws {
    var keeping = Self.chapter
    keeping.checkpoints = true
    try Chapter.$current.withValue(keeping) {
      let options = try Command.parse(["--save", "/a", "--load", "/b"]).options
      #expect(options.save?.path == "/a" && options.load?.path == "/b")
      #expect(Command.helpMessage().contains("--save <file>"))
    }
    #expect(try parse().save == nil && parse().load == nil)
    #expect(problem("--save", "a") == "--save is not for chapter2, which keeps no net in a file")
    #expect(problem("--load", "a") == "--load is not for chapter2, which keeps no net in a file")
    let help = Chapter.$current.withValue(Self.chapter) { Command.helpMessage() }
    #expect(!help.contains("--save") && !help.contains("--load"))
  }

  @Test func helpNamesTheChapterAndItsDefaults() {
    let help = Chapter.$current.withValue(Self.chapter) { Command.helpMessage(columns: 200) }
    #expect(help.hasPrefix("OVERVIEW: Chapter 2. LeNet.\n\nUSAGE: chapter2 [options]\n"))
    for words in [
      "images. (default: 5)", "images a batch has. (default: 256)", "the same run. (default: 1)",
      "drawn. (default: mnist)", "package's .data.", "(default: Figures/Chapter2)", "--log <file>",
    ] {
      #expect(help.contains(words))
    }
  }

  @Test func aMistakeEndsTheProgramWithStatus64() async throws {
    let result = await #expect(
      processExitsWith: .exitCode(64), observing: [\.standardErrorContent]
    ) {
      _ = ChapterOptions.parse(["--batch-size", "0"], for: ChapterOptionsTests.chapter)
    }
    let text = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
    #expect(text.contains("Error: --batch-size is 0; it must be at least 1\n"))
  }

  @Test func askingForHelpIsNoMistake() async {
    await #expect(processExitsWith: .success) {
      _ = ChapterOptions.parse(["--help"], for: ChapterOptionsTests.chapter)
    }
  }
}
