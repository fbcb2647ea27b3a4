import ArgumentParser
import Foundation
import Testing

@testable import Notebook

struct ChapterOptionsTests {
  static let chapter = Chapter(
    2, "LeNet", abstract: "It reads digits.", next: "swift run chapter3 goes on", takes: "a minute",
    quick: "one epoch", full: "fifty epochs", epochs: 5, batchSize: 256, datasets: [.mnist],
    file: #filePath)
  static let short = Chapter(
    3, "Shapes", abstract: "They must fit.", next: "swift run chapter4 goes on",
    takes: "two seconds", file: #filePath)

  func parse(_ arguments: String...) throws -> ChapterOptions {
    try Chapter.$current.withValue(Self.chapter) { try Command.parse(arguments).options }
  }

  /// The sentence that is printed after "Error: ".
  func problem(_ arguments: String..., of chapter: Chapter = Self.chapter) -> String {
    Chapter.$current.withValue(chapter) {
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

  @Test func figuresOfTheBookAreNotToBeReplaced() {
    let book = URL(fileURLWithPath: #filePath).appending(path: "../../../Figures/Chapter2")
    for path in [book.path, book.standardized.path, book.standardized.path + "/"] {
      #expect(
        problem("--figures", path).hasSuffix("only swift run weave replaces those"), "\(path)")
    }
  }

  @Test func anEmptyPathIsNone() {
    #expect(problem("--figures", "") == "The value '' is invalid for '--figures <path>'")
  }

  @Test(arguments: [
    (["--epochs", "1"], "--epochs is not for chapter3, which trains no net"),
    (["--batch-size", "8"], "--batch-size is not for chapter3, which trains no net"),
    (["--log", "f"], "--log is not for chapter3, which trains no net"),
    (["--dataset", "mnist"], "--dataset is not for chapter3, which reads no data"),
    (["--data-directory", "."], "--data-directory is not for chapter3, which reads no data"),
    (["--quick"], "--quick is not for chapter3, which has no shorter run"),
    (["--full"], "--full is not for chapter3, which has no longer run"),
    (["--keep-going"], "--keep-going is not for chapter3, which trains no net"),
    (["--save", "f"], "--save is not for chapter3, which keeps no net in a file"),
  ])
  func anOptionThatAChapterDoesNotUseIsRefusedAndNotOffered(arguments: [String], sentence: String) {
    Chapter.$current.withValue(Self.short) {
      let error = #expect(throws: (any Error).self) { try Command.parse(arguments) }
      #expect(Command.message(for: error!) == sentence)
      #expect(!Command.helpMessage().contains(arguments[0]))
      #expect(
        Command.helpMessage().contains("--seed") && Command.helpMessage().contains("--figures"))
    }
  }

  @Test func theFirstLinesSayWhatHowLongAndWhere() {
    let text = openingText(Self.chapter, figures: "Figures/Runs/Chapter2", .grayWindow(80))
    #expect(text.hasPrefix("\nChapter 2. LeNet\n────────────────\nIt reads digits.\n"))
    for words in [
      "time:     about a minute on two cores", "--quick: one epoch", "--full: fifty epochs",
      "data:     MNIST, from --data-directory", "text:     Chapters/Chapter2/README.md",
      "figures:  Figures/Runs/Chapter2",
    ] {
      #expect(text.contains(words), "\(words)")
    }
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
    #expect(openingText(Self.short, figures: "", .grayWindow(80)).contains("data:     none"))
    #expect(
      closingText(Self.chapter, .grayWindow(80)).hasPrefix("next: swift run chapter3 goes on."))
  }

  @Test func pathsBeginInThePackageUnlessTheReaderSays() throws {
    let package = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    #expect(try parse().figures.path == package.appending(path: "Figures/Runs/Chapter2").path)
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
    #expect(
      help.hasPrefix("OVERVIEW: Chapter 2. LeNet: It reads digits.\n\nUSAGE: chapter2 [options]\n"))
    for words in [
      "images. (default: 5)", "images a batch has. (default: 256)", "the difference. (default: 1)",
      "drawn. (default: mnist)", "package's .data.", "(default: Figures/Runs/Chapter2)",
      "--log <file>",
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
