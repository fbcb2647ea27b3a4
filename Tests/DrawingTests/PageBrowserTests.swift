import Chapter4Net
import Foundation
import TestSupport
import Testing

@testable import Drawing

/// Pages of nets in a real browser, worked with keys and clicks, without a network.
@Suite(.enabled(if: Chromium.file != nil, "Chromium is not installed"))
struct PageBrowserTests {
  @Test func anyNetOpensAndStepsWithoutAnOverlap() throws {
    let graphs = [PageTests.resnet18, UpToErrorTests.misfit] + strangeGraphs
    try inTemporaryFolder { folder in
      var list: [String] = []
      for (number, graph) in graphs.enumerated() {
        try graph.page().write(to: folder.appending(path: "\(number).html"))
        let hasGradients = graph.nodes.contains { $0.gradient != nil }
        list.append("[\"\(number).html\", \(graph.nodes.count), \(hasGradients)]")
      }
      let probe = try String(
        contentsOf: URL(filePath: #filePath).deletingLastPathComponent().appending(
          path: "PageProbe.html"), encoding: .utf8)
      let file = folder.appending(path: "probe.html")
      try Data(probe.replacing("PAGES", with: "[\(list.joined(separator: ", "))]").utf8).write(
        to: file)
      let visit = try inTemporaryFolder { try Chromium.visit(file, profile: $0) }
      #expect(visit.console == [])
      let json = visit.page.components(separatedBy: "<pre id=\"result\">").last!
        .prefix { $0 != "<" }.replacing("&gt;", with: ">").replacing("&amp;", with: "&")
      for defect in try JSONDecoder().decode([String].self, from: Data(json.utf8)) {
        Issue.record(Comment(rawValue: defect))
      }
    }
  }
}
