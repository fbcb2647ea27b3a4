import Foundation
import TestSupport
import Testing

@testable import Weaving

/// The committed output is what the programs print now, up to where they need data or training.
@Suite(.serialized) struct FreshOutputTests {
  /// Each chapter, and the first section that needs data; chapter 3 needs none.
  @Test(arguments: [
    (1, "## Thirty layers"), (2, "## The digits"), (3, "no such section"), (4, "## The clothes"),
    (5, "## Both orders, briefly"), (6, "## A net to take apart"),
    (7, "## Trained beside each other"),
  ])
  func untilDataIsNeededAChapterPrintsWhatItsPageShows(number: Int, section: String) throws {
    let page = Page(markdown: try repository.text("Chapters/Chapter\(number)/README.md"))
    let shown = page.blocks.prefix { block in
      if case .prose(let text) = block { !text.contains(section) } else { true }
    }.flatMap(\.lines)
    let printed = try run(number, lines: shown.count)
    #expect(shown.count > 10 && printed.count >= shown.count)
    for (printed, shown) in zip(printed, shown) where !isLearned(shown) {
      #expect(saySame(printed, shown), "page: \(shown)\nprogram: \(printed)")
    }
  }

  /// Whether a line tells what the two small nets of chapter 3 learned, which depends on the processor and on
  /// oneDNN's version; the bound that the chapter checks holds it.
  private func isLearned(_ line: String) -> Bool {
    ["wrong of 100 test digits", "and with it: ", "✓ the two differ by less"].contains {
      line.hasPrefix($0)
    }
  }

  @Test func numbersMayDifferByRoundingAndWordsMayNot() {
    #expect(saySame("| loss | 2.303 |", "| loss | 2.304 |"))
    #expect(!saySame("| loss | 2.303 |", "| loss | 2.403 |"))
    #expect(!saySame("| loss | 2.303 |", "| losses | 2.303 |"))
    #expect(!saySame("[4, 6]", "[4, 7]") && !saySame("a", "a b"))
    #expect(saySame("apart 1.1e-08", "apart 6e-08"))
  }

  /// The first lines that a chapter prints when it is woven; the program is then killed.
  private func run(_ number: Int, lines count: Int) throws -> [String] {
    try inTemporaryFolder { folder in
      let process = Process()
      process.executableURL = program("chapter\(number)")
      // If it is not killed in time, the missing data set ends it; chapter 3 ends by itself.
      let data = number == 3 ? [] : ["--data-directory", folder.path]
      process.arguments = ["--figures", folder.path] + data
      process.environment = ProcessInfo.processInfo.environment.merging([
        "WOVEN_CHAPTERS": "yes", "NO_COLOR": "1", "LC_ALL": "C.UTF-8", "COLUMNS": "80",
      ]) { $1 }
      let pipe = Pipe()
      (process.standardOutput, process.standardError) = (pipe, FileHandle.nullDevice)
      try process.run()
      var bytes = Data()
      var printed: [String] = []
      while printed.count < count {
        let more = pipe.fileHandleForReading.availableData
        if more.isEmpty { break }
        bytes += more
        // The text after the last line feed is incomplete.
        let whole = bytes.prefix(upTo: bytes.lastIndex(of: 10).map { $0 + 1 } ?? 0)
        let text = String(decoding: whole, as: UTF8.self)
        printed = Printed(text, figures: "").cells.sorted { $0.key < $1.key }
          .flatMap { $0.value.flatMap(\.lines) }
      }
      // Tests run on threads that block SIGTERM and SIGINT, and children inherit the mask.
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      return printed
    }
  }
}

extension Page.Block {
  /// The printed lines.
  fileprivate var lines: [String] {
    switch self {
    case .output(let text), .table(let text): text.split(separator: "\n").map(String.init)
    case .figure(let path, let title, let caption):
      ["\(path.split(separator: "/").last!): \(title). \(caption)"]
    case .prose, .code, .source, .ending, .lab: []
    }
  }
}

/// Whether two lines have the same words, and numbers that differ by at most 1 % or 10⁻⁵.
private func saySame(_ a: String, _ b: String) -> Bool {
  func pieces(_ line: String) -> [Substring] { line.split { " ,[]()|:".contains($0) } }
  let (a, b) = (pieces(a), pieces(b))
  return a.count == b.count
    && zip(a, b).allSatisfy { a, b in
      if a == b { return true }
      guard a.contains(where: { ".e".contains($0) }), let x = Double(a), let y = Double(b) else {
        return false
      }
      return abs(x - y) <= 0.01 * max(abs(x), abs(y)) || max(abs(x), abs(y)) < 1e-5
    }
}
