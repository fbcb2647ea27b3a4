import Foundation
import TestSupport
import Testing

@testable import Weaving

/// A lab on the page of the book that has it, in a browser.
struct LabPage {
  let name: String
  let browser: Browser

  /// All labs: each has a script, and a page.
  static let names = try! repository.files(in: "Sources/Weaving/Site/live/labs")
    .map { String($0.split(separator: "/").last!.dropLast(3)) }.sorted()

  /// The page of the book that has a lab.
  static func page(of name: String) throws -> URL {
    let book = try BookTests.book.get()
    let pages = try FileManager.default.contentsOfDirectory(atPath: book.path).sorted()
      .filter { $0.hasSuffix(".html") && $0 != "print.html" }
    let page = try pages.first { page in
      try String(contentsOf: book.appending(path: page), encoding: .utf8)
        .contains("data-lab=\"\(name)\"")
    }
    return book.appending(path: try #require(page, "no page has the lab \(name)"))
  }

  /// Opens it, or a copy of its page, and closes it after `body`; then nothing may have gone wrong, and nothing asked of a network.
  static func visit(
    _ name: String, _ look: Browser.Look = .desk, at copy: URL? = nil,
    _ body: (LabPage) throws -> Void
  ) throws {
    try inTemporaryFolder { profile in
      let browser = try Browser(copy ?? page(of: name), look, profile: profile)
      defer { browser.close() }
      try body(LabPage(name: name, browser: browser))
      #expect(browser.errors == [])
      #expect(browser.requests == [])
    }
  }

  /// A selector of the lab, or of what is in it.
  func selector(_ inside: String = "") -> String {
    inside.isEmpty ? "[data-lab=\"\(name)\"]" : "[data-lab=\"\(name)\"] \(inside)"
  }

  /// The lab's frame, as an expression.
  var frame: String { "lab.all[\"\(name)\"]" }

  /// Answers the question, and waits until the lab is open; `nil` skips it.
  func predict(_ choice: Int?) throws {
    let button = choice.map { ".lab-choices button:nth-child(\($0 + 1))" } ?? ".lab-skip"
    try browser.click(selector(button))
    try browser.wait(for: "\(frame).isOpen || !\(frame).trouble.hidden")
  }

  /// What is said of the prediction.
  var verdict: String {
    get throws { try browser.text("\(frame).verdict.textContent") }
  }

  /// What the lab says.
  var said: String {
    get throws { try browser.text("\(frame).said.textContent") }
  }

  /// All its text.
  var text: String {
    get throws { try browser.text("document.querySelector('[data-lab=\"\(name)\"]').textContent") }
  }

  /// Writes a picture of it to the folder that `LAB_PICTURES` names.
  func keepPicture(_ suffix: String) throws {
    guard let folder = ProcessInfo.processInfo.environment["LAB_PICTURES"] else { return }
    let file = URL(filePath: folder).appending(path: "\(name)-\(suffix).png")
    try browser.picture(of: selector()).write(to: file)
  }
}
