import Foundation
import TestSupport
import Testing

@testable import Weaving

/// The still picture of each lab is what it draws first.
///
/// `STILLS=1 swift test --filter StillTests` writes them to `Figures/Labs`.
@Suite(.enabled(if: Chromium.file != nil && PageEngine.tested.isBuilt, "no Chromium, or no engine"))
struct StillTests {
  @Test(arguments: LabPage.names) func aStillPictureIsWhatTheLabDrawsFirst(name: String) throws {
    let script = try String(
      contentsOf: URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Still.js"),
      encoding: .utf8)
    var drawn = ""
    try LabPage.visit(name) { page in
      try page.predict(nil)
      // A lab whose first figure says little before a reader does something does that itself.
      _ = try page.browser.evaluate("\(page.frame).forPicture?.()")
      _ = try page.browser.evaluate("\(script); 0")
      drawn = try page.browser.text(
        "lab.still(\(page.frame).body.querySelector('.lab-figure svg'))")
    }
    let file = repository.file("Figures/Labs/\(name).svg")
    if ProcessInfo.processInfo.environment["STILLS"] != nil {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(drawn.utf8).write(to: file)
    }
    let committed = try? String(contentsOf: file, encoding: .utf8)
    // Fonts and processors may move a line by a fraction of a point; words stay.
    #expect(committed.map(words(of:)) == words(of: drawn), "\(name)")
  }

  /// The text of a figure, in its order.
  private func words(of svg: String) -> [String] {
    svg.matches(of: #/>([^<>\n]+)<\/(?:text|tspan)>/#).map { String($0.1) }
  }
}
