import ArgumentParser
import Drawing
import Files
import Foundation
import Notebook
import Plots

/// Draws a net for a lecture or a paper, from the tape of a forward pass.
struct Draw: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draw",
    abstract: "Draws the computation graph of a net of the chapters.",
    discussion: """
      swift run draw resnet18 --view paper --format pdf
      swift run draw resnet50-torchvision --view slide --theme dark --format png
      swift run draw vgg19 plain34 resnet34 --view compare
      swift run draw resnet18 --format html
      swift run draw --list
      """)

  @Argument(
    help: .init("Which net; for compare several.", valueName: "net"))
  var nets = ["net"]

  @Option(help: .init("The view: \(names(of: View.self)). (default: overview)", valueName: "name"))
  var view: String?

  @Option(
    help: .init(
      "The file format: \(names(of: FileFormat.self)); html is a page that opens and steps. (default: the extension of --output, or svg)",
      valueName: "name"))
  var format: String?

  @Option(help: .init("The shape of the input, like 1x96x96.", valueName: "CxHxW"))
  var input: String?

  @Option(
    help: .init(
      "From top to bottom or from left to right: \(names(of: Direction.self)). (default: depends on the view)",
      valueName: "name"))
  var direction: String?

  @Option(
    help: .init(
      "The colors: \(names(of: Theme.self)). auto is light or dark as the reader of an SVG file prefers; paper is black and white.",
      valueName: "name"))
  var theme = "auto"

  @Option(
    name: .customLong("for"),
    help: .init(
      "What it is for, which decides how large its type is: \(names(of: Purpose.self)).",
      valueName: "name"))
  var purpose = "page"

  @Option(
    help: .init(
      "The language of its words: \(names(of: Language.self)).", valueName: "name"))
  var language = "en"

  // `unconditional`, so that -1 is parsed as a number and gets the error message for wrong numbers.
  @Option(
    parsing: .unconditional,
    help: .init("For nested: the number of levels of nested layers.", valueName: "n"))
  var depth: Int?

  @Flag(help: "Draw consecutive identical layers one by one.")
  var expand = false

  @Flag(help: "For nested: input, output, number of parameters and type of each layer.")
  var details = false

  @Flag(
    help:
      "For svg: operations appear one by one, then the gradient goes back through them, in a loop.")
  var animated = false

  @Option(
    parsing: .unconditional, help: .init("For png: pixels per inch.", valueName: "n"))
  var dpi = 192

  @Option(
    help: .init(
      "The file, the folder for NET-VIEW.FORMAT, or - for standard output. (default: Figures/)",
      valueName: "path"))
  var output: String?

  @Flag(help: "List all nets and views.")
  var list = false

  func run() throws {
    if list { return printList() }
    let request = try Request(self)
    let data = try request.data(dpi: dpi)
    if request.output == "-" { return FileHandle.standardOutput.write(data) }
    let file = URL(fileURLWithPath: request.output)
    try makeFolder(file.deletingLastPathComponent())
    try replace(file, with: data)
    print(request.output)
  }
}

Draw.main()
