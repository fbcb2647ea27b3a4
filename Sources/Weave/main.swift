import ArgumentParser
import Foundation
import Sentences
import Terminal
import Weaving

/// Makes the book from the chapters' sources and their output.
struct Weave: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "weave",
    abstract: "Makes the book: runs the chapters and puts their output below their code.",
    discussion: """
      swift run weave                        # runs all chapters, seven and a half minutes
      swift run weave --chapter 3            # runs one
      swift run weave --recorded --open      # runs none: the book from the pages as they are
      """)

  // `unconditional`, so that -1 is read as a number and reported as one that is out of range.
  @Option(
    parsing: .unconditionalSingleValue,
    help: .init("A chapter to run; may be given several times. (default: all)", valueName: "n"))
  var chapter: [Int] = []

  @Flag(help: "Run no chapter: make the book from the pages as last woven.")
  var recorded = false

  @Flag(
    help: """
      Only report whether each chapter's page shows its current source and has the figures it was woven \
      with; run nothing.
      """)
  var check = false

  @Flag(
    help: """
      Only put the current prose, labs, quoted files and exercises onto the pages of chapters whose code has \
      not changed; run nothing.
      """)
  var text = false

  @Flag(help: "Open the book in a browser.")
  var open = false

  func run() throws {
    let repository = Repository.own
    let there = try repository.chapters()
    if let wrong = chapter.first(where: { !there.contains($0) }) {
      throw ValidationError(
        "--chapter is \(wrong); there are chapters \(there[0]) to \(there.last!)")
    }
    let wanted = chapter.isEmpty ? there : chapter
    if check { return try reportStale(wanted, repository) }
    if text { return try wanted.forEach(repository.renewText) }
    terminateChaptersWhenInterrupted()
    if !recorded { try weave(wanted, Weaver(repository)) }
    let book = try Book(repository, engine(repository)).write()
    print("the book: \(book.path)")
    if open { try Browser.open(book) }
  }

  /// What the labs of the pages need.
  private func engine(_ repository: Repository) throws -> PageEngine {
    let screen = Screen.standardError
    let (engine, note) = try PageEngine.compiled(in: repository) { step in
      if screen.terminal.isLive { screen.redraw("weave: \(step)") }
    }
    screen.settle()
    if let note { screen.say("weave: \(note)") }
    if case .missing(let why) = engine { screen.say("weave: the pages have no labs: \(why)") }
    return engine
  }

  private func weave(_ chapters: [Int], _ weaver: Weaver) throws {
    var progress = Progress(chapters)
    progress.say("compiling the chapters")
    try weaver.build(chapters)
    for chapter in chapters {
      progress.begin(chapter)
      try weaver.weave(chapter)
      progress.end(chapter)
    }
  }

  private func reportStale(_ chapters: [Int], _ repository: Repository) throws {
    var stale: [Int] = []
    for chapter in chapters {
      let problem = try repository.staleness(chapter)
      print("chapter \(chapter)", problem.map { "is stale: \($0)" } ?? "is up to date")
      if problem != nil { stale.append(chapter) }
    }
    if let first = stale.first {
      throw SentenceError("swift run weave --chapter \(first) weaves it again")
    }
  }
}

Weave.main()
