import ArgumentParser
import Drawing
import Foundation
import Testing

@testable import Draw

@Suite struct DrawTests {
  @Test func everyNetAcceptsItsDefaultInput() {
    for net in nets { #expect(net.problem(with: net.input) == nil) }
    #expect(Set(nets.map(\.name)).count == nets.count)
  }

  @Test(arguments: nets.filter { !$0.name.contains("resnet") }.map(\.name))
  func everySmallNetIsDrawn(name: String) throws {
    let request = try Request(try Draw.parse([name, "--view", "overview"]))
    #expect(try !request.diagram().rendered(as: .svg).isEmpty)
  }

  @Test(arguments: ["net", "basic"]) func theTapeIsDrawnWithGradients(name: String) throws {
    let request = try Request(try Draw.parse([name, "--view", "tape"]))
    #expect(try request.diagram().texts.contains("gradient of the weights"))
  }

  @Test func defaultsAreSensible() throws {
    let request = try Request(try Draw.parse(["resnet18"]))
    #expect(request.view == .overview && request.format == .svg && request.inputs == [[1, 96, 96]])
    #expect(request.look.theme == .auto && request.look.direction == nil)
  }

  @Test func theExtensionDecidesTheFormat() throws {
    #expect(try Request(try Draw.parse(["net", "--output", "a/b.pdf"])).format == .pdf)
    #expect(try Request(try Draw.parse(["net", "--output", "-"])).format == .svg)
    #expect(try Request(try Draw.parse(["net", "--output", "a/b.tex"])).format == .tikz)
    #expect(
      try Request(try Draw.parse(["net", "--format", "tikz"])).output == "Figures/net-overview.tex")
  }

  @Test func aFolderAsOutputGetsAFileOfTheUsualName() throws {
    func output(_ arguments: String...) throws -> String {
      try Request(try Draw.parse(["net"] + arguments)).output
    }
    #expect(try output() == "Figures/net-overview.svg")
    #expect(try output("--output", "folder/", "--format", "png") == "folder/net-overview.png")
    #expect(try output("--output", "v1.2/") == "v1.2/net-overview.svg")
    #expect(try output("--output", "/tmp") == "/tmp/net-overview.svg")
    #expect(try output("--output", "a/b.pdf") == "a/b.pdf")
    #expect(try output("--output", "-") == "-")
  }

  @Test(arguments: [
    (["resnet28"], "resnet28 is no net here; --list names them all. Did you mean resnet18?"),
    (
      ["net", "--view", "papre"],
      "papre is no view here; there are block, overview, paper, compare, slide, nested, tape. Did you mean paper?"
    ),
    (
      ["net", "--theme", "drak"],
      "drak is no theme here; there are auto, light, dark, paper. Did you mean dark?"
    ),
    (
      ["net", "--format", "pgn"],
      "pgn is no format here; there are svg, png, pdf, dot, tikz, html. Did you mean png?"
    ),
    (
      ["net", "--input", "28"],
      "--input is 28; it must be channels, height and width, like 1x28x28"
    ),
    (
      ["net", "--input", "1x32x32"],
      "--input is 1x32x32, but net was made for 1x28x28 and nothing else"
    ),
    (
      ["resnet18", "--input", "3x96x96"],
      "--input is 3x96x96, so it has 3 channels; resnet18 expects 1"
    ),
    (
      ["resnet18", "--input", "1x96x99999"],
      "--input is 1x96x99999; for resnet18 height and width must be from 7 to 1024"
    ),
    (
      ["net", "--view", "slide", "--direction", "lr"],
      "--direction is not for slide, whose places are its own"
    ),
    (
      ["net", "vgg19", "--view", "paper"],
      "--view paper draws one net, and 2 are named; --view compare draws them side by side"
    ),
    (
      ["net", "--view", "compare", "--direction", "lr"],
      "--direction is not for compare, whose places are its own"
    ),
    (
      ["net", "--view", "paper", "--depth", "1"],
      "--depth is for --view nested; paper has no nested layers"
    ),
    (
      ["net", "--details"],
      "--details is for --view nested; the other views have no such tables"
    ),
    (
      ["net", "--view", "tape", "--format", "html"],
      "--view tape is not for html: the page opens to every operation. Without --view it is drawn"
    ),
    (
      ["net", "--view", "compare", "--animated", "--format", "png"],
      "--animated is for svg; png files do not move as it does"
    ),
    (["net", "--dpi", "0"], "--dpi is 0; it must be from 24 to 2400"),
    (["net", "--dpi", "-5"], "--dpi is -5; it must be from 24 to 2400"),
    (["net", "--view", "nested", "--depth", "-1"], "--depth is -1; it must be at least 0"),
  ])
  func aWrongNameOrNumberGetsASentence(arguments: [String], sentence: String) {
    let error = #expect(throws: ValidationError.self) { try Request(try Draw.parse(arguments)) }
    #expect(error?.message == sentence)
  }
}
