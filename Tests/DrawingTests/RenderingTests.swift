import Autograd
import Foundation
import Chapter4Net
import Layers
import Plots
import TestSupport
import Testing

@testable import Drawing

@Suite struct RenderingTests {
  @Test(arguments: [Format.svg, .png, .pdf])
  func equalFiguresGiveEqualBytesOnEveryThread(format: Format) async throws {
    let figure = try digits.diagram(.slide)
    let first = try figure.rendered(as: format)
    let others = try await withThrowingTaskGroup(of: Data.self) { group in
      for i in 1...16 {
        group.addTask {
          // Other allocations make strings lie at other addresses.
          let waste = (0..<i * 500).map { _ in [UInt8](repeating: 0, count: 40 + i * 8) }
          return try withExtendedLifetime(waste) { try figure.rendered(as: format) }
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(others.allSatisfy { $0 == first })
  }

  @Test func anImageIsAsLargeAsTheFigureUpToAMaximum() throws {
    let figure = try digits.diagram(.slide)
    let (width, height) = try pixels(figure.rendered(as: .png))
    let size = try #require(try figure.svg.firstMatch(of: /width="(\d+)pt" height="(\d+)pt"/))
    #expect(abs(Double(width) / 192 * 72 - Double(size.1)!) < 2)
    #expect(abs(Double(height) / 192 * 72 - Double(size.2)!) < 2)

    var long = Sketch(title: "", description: "", theme: .light, direction: .tb)
    long.add("n", ["height": "300"])
    #expect(try (30_000...32_767).contains(pixels(long.diagram.rendered(as: .png)).height))
  }

  /// The size in the header of a PNG file.
  private func pixels(_ png: Data) -> (width: Int, height: Int) {
    let numbers = [UInt8](png[16..<24]).map(Int.init)
    return (
      numbers[..<4].reduce(0) { $0 << 8 + $1 }, numbers[4...].reduce(0) { $0 << 8 + $1 }
    )
  }

  @Test func aPDFIsTheSameASecondLater() async throws {
    let figure = try digits.diagram(.overview)
    let pdf = try figure.rendered(as: .pdf)
    #expect(pdf.starts(with: Data("%PDF".utf8)))
    try await Task.sleep(for: .seconds(1.1))
    #expect(try figure.rendered(as: .pdf) == pdf)
  }

  /// Two files of one picture by cairo 1.18, which compresses the date; not every system has it.
  @Test func aCompressedDateIsReplaced() throws {
    let files = try ["first", "second"].map { name in
      try Data(
        contentsOf: URL(filePath: #filePath).appending(
          path: "../../Fixtures/cairo-1.18-\(name).pdf"
        )
        .standardized)
    }
    #expect(files[0] != files[1])
    let pdf = undated(files[0])
    #expect(pdf == undated(files[1]))
    // `startxref` is still the offset of the cross-reference stream.
    let end = String(decoding: pdf.suffix(30), as: UTF8.self)
    let start = try #require(
      end.firstMatch(of: #/startxref\n(\d+)\n%%EOF\n$/#).flatMap { Int($0.1) })
    #expect(pdf[start...].starts(with: Data("13 0 obj\n<< /Type /XRef".utf8)))
    #expect(undated(pdf) == pdf)
  }

  @Test(arguments: ["", "%PDF-1.7\n", "/Type /ObjStm startxref\n99999999", "startxref\n0"])
  func otherDataIsNotChanged(text: String) {
    #expect(undated(Data(text.utf8)) == Data(text.utf8))
  }

  @Test func anSVGHasADarkModeUnlessAThemeIsGiven() throws {
    #expect(try digits.diagram(.paper).svg.contains("prefers-color-scheme: dark"))
    for theme in [Theme.light, .dark, .paper] {
      #expect(try !digits.diagram(.paper, Look(theme: theme)).svg.contains("prefers-color-scheme"))
    }
  }

  @Test func everyColorHasADarkOne() throws {
    for view in View.allCases {
      let svg = try resnet18.diagram(view).svg
      let used = svg.matches(of: /(?:fill|stroke)="(#[0-9a-f]{6})"/).map { String($0.1) }
      for color in Set(used) { #expect(svg.contains("[fill='\(color)']"), "\(view): \(color)") }
    }
  }

  @Test func thePaperThemeIsBlackAndGray() throws {
    let svg = try digits.diagram(.slide, Look(theme: .paper)).svg
    for color in svg.matches(of: /"#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})"/) {
      #expect(color.1 == color.2 && color.2 == color.3)
    }
  }

  @Test func anSVGHasATitleAndADescription() throws {
    let figure = try digits.diagram(.overview)
    let svg = try figure.svg
    #expect(svg.hasPrefix("<svg role=\"img\" aria-label=\"Net in one strip\""))
    #expect(svg.contains("<title>Net in one strip</title>"))
    #expect(svg.contains("<desc>\(figure.description)</desc>"))
    #expect(!svg.contains(" id="), "two figures on one page would clash")
  }

  @Test(arguments: View.allCases) func textThatLooksLikeMarkupIsEscaped(view: View) throws {
    let name = "\"><script>alert(1)</script>&amp; \\N %s \u{1}\n<B>"
    let graph = graph([1, 2, 6, 6]) { random in
      let conv = Conv2D(2, 2, kernelSize: 3, padding: 1, using: &random)
      let other = Conv2D(2, 2, kernelSize: 3, padding: 1, using: &random)
      return ClosureLayer([
        name: ClosureLayer([name: conv, "B": other]) { x, l in
          l[1](l[0](x)).recorded(as: Tape.Operation(name), [.wrt(x) { $0 }]) + x
        }
      ]) { x, l in l[0](x) }
    }
    let figure = try graph.diagram(view)
    #expect(try !figure.texts.isEmpty)
    #expect(try !figure.svg.contains("<script>"))
    _ = try figure.rendered(as: .pdf)
  }

  @Test func equalTextAndMarkupAreDistinguished() throws {
    var sketch = Sketch(title: "", description: "", theme: .light, direction: .tb)
    sketch.add("a", ([:] as Attributes).labeled(Markup("x").bold))
    sketch.add("b", ["label": "<B>x</B>"])
    #expect(try sketch.diagram.texts == ["x", "<B>x</B>"])
  }

  @Test func dotHasTheSameNodesAndEdges() throws {
    let figure = try digits.diagram(.nested)
    let dot = String(decoding: try figure.rendered(as: .dot), as: UTF8.self)
    #expect(dot.hasPrefix("digraph \"Net, layer by layer\" {"))
    #expect(dot.split(separator: "->").count - 1 == figure.edges.count)
    // Those of two blocks, and one as large as the page.
    #expect(dot.split(separator: "subgraph \"cluster_").count - 1 == 3)
  }

  @Test func anErrorHasTheMessageOfGraphviz() throws {
    var figure = try digits.diagram(.paper)
    figure.graph["label"] = .markup(Markup("").inside("TABLE"))
    let error = #expect(throws: SentenceError.self) { try figure.rendered(as: .svg) }
    #expect(error?.description.hasPrefix("Graphviz cannot draw this: ") == true)
    #expect(error?.description.contains("syntax error") == true)
  }

  @Test func aFileInPlaceOfTheFolderIsAnError() throws {
    let figure = try digits.diagram(.paper)
    let error = #expect(throws: SentenceError.self) {
      try figure.write(to: URL(filePath: "/dev/null/x.svg"), as: .svg)
    }
    #expect(error?.description.contains("The folder /dev/null cannot be made") == true)
  }

  @Test func withoutPluginsTheErrorSaysWhatToRun() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      // As on a system where the list of plugins has not been made.
      setenv("GVBINDIR", "/dev/null", 1)
      do {
        _ = try digits.diagram(.paper).rendered(as: .svg)
      } catch {
        fatalError("\(error)")
      }
    }
    #expect(result?.lastWords?.contains("libgvc6-config-update -c") == true)
  }

  @Test func aHigherResolutionGivesMorePixels() throws {
    let figure = try digits.diagram(.overview)
    let (coarse, fine) = try (
      pixels(figure.rendered(as: .png, dpi: 72)), pixels(figure.rendered(as: .png, dpi: 288))
    )
    #expect(abs(fine.width - 4 * coarse.width) <= 4 && abs(fine.height - 4 * coarse.height) <= 4)
  }
}
