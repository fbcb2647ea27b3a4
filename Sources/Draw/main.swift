import ArgumentParser
import Drawing
import Foundation
import Notebook
import Plots

/// A lecture figure of a net, drawn from what the net computes.
struct Draw: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draw",
    abstract: "Draws a net of the chapters as it runs.",
    discussion: """
      swift run draw resnet18 --view paper --format pdf
      swift run draw resnet50-torchvision --view columns --theme dark --format png
      swift run draw --list
      """)

  @Argument(
    help: .init("Which net.", valueName: "net"))
  var net = "net"

  @Option(help: .init("How to look at it: \(names(of: View.self)).", valueName: "name"))
  var view = "overview"

  @Option(
    help: .init(
      "The kind of file: \(names(of: Format.self)). (default: as --output ends, or else svg)",
      valueName: "name"))
  var format: String?

  @Option(help: .init("The shape of a picture, like 1x96x96.", valueName: "CxHxW"))
  var input: String?

  @Option(
    help: .init(
      "From top to bottom or from left to right: \(names(of: Direction.self)). (default: what suits the view)",
      valueName: "name"))
  var direction: String?

  @Option(
    help: .init(
      "The colours: \(names(of: Theme.self)). auto follows the reader of an SVG file; paper is black and white.",
      valueName: "name"))
  var theme = "auto"

  // `unconditional`, so that -1 is taken for a number and gets the sentence a wrong number gets.
  @Option(
    parsing: .unconditional,
    help: .init("For nested: how many layers inside each other.", valueName: "n"))
  var depth: Int?

  @Flag(help: "Draw every one of the layers that do the same one after another.")
  var expand = false

  @Flag(help: "For nested: input, output, trainable numbers and type of each layer.")
  var details = false

  @Option(help: .init("For png: pixels for each inch.", valueName: "n"))
  var dpi = 192

  @Option(
    help: .init(
      "The file, or - for standard output. (default: Figures/NET-VIEW.FORMAT)", valueName: "path"))
  var output: String?

  @Flag(help: "Say which nets and views there are.")
  var list = false

  func run() throws {
    if list { return printList() }
    let request = try Request(self)
    let diagram = try request.diagram()
    if output == "-" {
      return FileHandle.standardOutput.write(try diagram.rendered(as: request.format, dpi: dpi))
    }
    let file = URL(
      fileURLWithPath: output ?? "Figures/\(request.net.name)-\(request.view).\(request.format)")
    try diagram.write(to: file, as: request.format, dpi: dpi)
    print(output ?? file.path)
  }
}

beginWithShortWaits()
Draw.main()
