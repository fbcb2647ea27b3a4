import Autograd
import Foundation
import Layers
import Plots
import TestSupport
import Testing

@testable import Drawing

/// Figures in TikZ: every view, with labels that mean something to TeX, compiled where LaTeX is installed.
@Suite struct TikZTests {
  private static let pdflatex = ["/usr/bin/pdflatex", "/Library/TeX/texbin/pdflatex"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  private static func tikz(_ graph: Graph, _ view: View, _ look: Look = Look()) throws -> String {
    String(decoding: try graph.diagram(view, look).rendered(as: .tikz), as: UTF8.self)
  }

  private static let strange = graph([1, 3]) { _ in
    ClosureLayer([#"a_b#%&${}\~^<>|""#: Sequential(ReLU(), ReLU())]) { x, l in relu(l[0](x)) }
  }

  @Test(.enabled(if: pdflatex != nil, "pdfLaTeX is not installed"))
  func everyViewCompiles() throws {
    var figures = try View.allCases.map { try Self.tikz(digits, $0) }
    figures.append(try Self.tikz(PageTests.resnet18, .tape))
    figures.append(try Self.tikz(Self.strange, .nested))
    let document =
      #"\documentclass{article}\usepackage{tikz}"#
      + #"\usepackage[paperwidth=300cm,paperheight=500cm]{geometry}\begin{document}"#
      + figures.joined(separator: "\n\\newpage\n") + #"\end{document}"#
    try inTemporaryFolder { folder in
      try Data(document.utf8).write(to: folder.appending(path: "figures.tex"))
      let process = Process()
      process.executableURL = URL(filePath: Self.pdflatex!)
      process.arguments = ["-interaction=nonstopmode", "-halt-on-error", "figures.tex"]
      process.currentDirectoryURL = folder
      let output = Pipe()
      process.standardOutput = output
      try process.run()
      let said = String(
        decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
      process.waitUntilExit()
      #expect(process.terminationStatus == 0, "\(said.suffix(1500))")
    }
  }

  @Test func aFigureHasEveryShapeAndEveryWordOfTheSVG() throws {
    let diagram = try digits.diagram(.compare)
    let svg = try diagram.svg
    let tikz = String(decoding: try diagram.rendered(as: .tikz), as: UTF8.self)
    func count(_ mark: String, _ text: String) -> Int {
      text.components(separatedBy: mark).count - 1
    }
    #expect(count("\\node", tikz) == count("<text", svg))
    // The page's own polygon has a fill, as all others; frames that are not drawn have no element.
    #expect(
      count("\\path", tikz)
        == ["<path", "<polygon", "<ellipse"].map { count($0, svg) }.reduce(0, +))
    for text in ["3$\\times$3 conv, 16", "identity shortcut"] { #expect(tikz.contains(text)) }
  }

  @Test func signsOfTeXAreEscaped() {
    #expect(inTeX("a_b#%&") == "a\\_b\\#\\%\\&")
    #expect(inTeX("3×3 conv · 10⁻⁵") == "3$\\times$3 conv $\\cdot$ 10$^{-5}$")
    #expect(inTeX(" x ") == "\\ x\\ ")
    #expect(inTeX("\\") == "\\textbackslash{}")
  }

  @Test func aChineseFigureSaysWhatItNeeds() throws {
    let svg =
      "<svg viewBox=\"0 0 10 10\"><g transform=\"translate(0 10)\">\n"
      + "<text x=\"1\" y=\"-2\" font-size=\"9\" fill=\"#1f2933\">残差块</text>\n</g></svg>"
    let diagram = Diagram(title: "", description: "", theme: .light)
    #expect(diagram.tikz(svg).contains("XeLaTeX"))
    #expect(!diagram.tikz(svg.replacing("残差块", with: "block")).contains("XeLaTeX"))
  }

  @Test func shapesAreReadWithTheirPieces() {
    let text = SVGShape.all(
      in:
        "<text x=\"1\" fill=\"#000000\">a &lt; <tspan font-style=\"italic\">&#120;</tspan>)</text>")
    #expect(text.first?.runs.map(\.text) == ["a < ", "x", ")"])
    #expect(text.first?.runs.map { $0.attributes["font-style"] } == [nil, "italic", nil])
  }
}
