import Autograd
import Datasets
import Drawing
import Files
import Foundation
import Layers
import Plots

/// Writes a chapter's figures to a folder; what the terminal can show is shown there, too.
public struct Figures {
  private let folder: URL
  let format: PictureFormat
  let look: Look
  private let charts: ChartOption
  private let prefix: String

  /// For figures that do not depend on a data set.
  public init(_ options: ChapterOptions) { self.init(options, prefix: "") }

  /// - Parameters:
  ///   - data: the data set of the figures.
  ///   - usual: that of the figures in the book; those of another get names of their own.
  public init(_ options: ChapterOptions, of data: Dataset, usual: DatasetName) {
    let other = data.name.lowercased().replacing(" ", with: "-") + "-"
    self.init(options, prefix: data.name == usual.title ? "" : other)
  }

  private init(_ options: ChapterOptions, prefix: String) {
    (folder, self.prefix) = (options.figures, prefix)
    format = options.figureOptions.format
    look = Look(
      theme: options.figureOptions.theme, purpose: options.figureOptions.purpose,
      language: options.figureOptions.language)
    charts = options.figureOptions.charts
  }

  /// Writes a figure and prints the name of its file, and above it a chart in small, as `--charts` says.
  ///
  /// - Parameter caption: what stands below it on a woven page, beside the title it carries.
  public func show(_ picture: Picture, as name: String, caption: String = "") {
    let terminal = Terminal.standardOutput
    let small = charts.applies(to: terminal) ? sketch(picture, terminal) : nil
    show(picture, as: name, caption: caption, below: small)
  }

  /// - Parameter text: what of it the terminal shows.
  private func show(
    _ picture: Picture, as name: String, caption: String = "", below text: String?
  ) {
    orExit {
      try makeFolder(folder)
      try write(picture, as: name)
    }
    announce(name, title: picture.title, caption: caption, below: text)
  }

  /// Draws the graph of a net, writes the figure and prints the name of its file.
  ///
  /// - Parameters:
  ///   - input: the shape of the input the net is run with, `[N, C, H, W]`.
  ///   - view: what of it to draw.
  ///   - caption: what stands below it on a woven page; without one, what it is called and shows.
  public func draw(
    _ net: some Layer, input: [Int], _ view: View, as name: String, caption: String? = nil
  ) {
    write(as: name, caption) { try Graph(of: net, input: input).diagram(view, $0) }
  }

  /// Draws the tape of a loss, with the root mean square of each gradient.
  ///
  /// - Parameter loss: on a tape that keeps its values.
  public func draw(_ net: some Layer, loss: Tensor, as name: String, caption: String? = nil) {
    write(as: name, caption) { try Graph(of: net, loss: loss).diagram(.tape, $0) }
  }

  /// Draws nets side by side, aligned by the size of what their layers return.
  ///
  /// - Parameter nets: each with its title and the shape of its input, `[N, C, H, W]`.
  public func compare(
    _ nets: [(title: String, net: any Layer, input: [Int])], as name: String,
    caption: String? = nil
  ) {
    func graph(_ net: any Layer, _ input: [Int]) -> Graph { Graph(of: net, input: input) }
    let graphs = nets.map { ($0.title, graph($0.net, $0.input)) }
    write(as: name, caption) { try .comparison(of: graphs, look: $0) }
  }

  func write(as name: String, _ caption: String?, _ draw: (Look) throws -> Diagram) {
    let diagram = orExit { try write(draw, as: name) }
    let text = caption ?? "\(diagram.title): \(diagram.description)"
    announce(name, title: diagram.title, caption: text)
  }

  private func announce(
    _ name: String, title: String, caption: String, below text: String? = nil
  ) {
    if Woven.isOn {
      return Woven.figure(file(name).lastPathComponent, title: title, caption: caption)
    }
    Notebook.caption("figure: \(relative(file(name)))", below: text)
  }

  /// Shows pictures side by side with their captions, and writes them as a figure.
  ///
  /// - Parameters:
  ///   - columns: how many pictures a row of the figure has.
  ///   - areWrong: whether the captions say what a net got wrong.
  public func show(
    _ images: [GrayImage], _ title: String, as name: String, columns: Int = 8,
    areWrong: Bool = false
  ) {
    var grid = ImageGrid(title, columns: columns)
    for image in images {
      let pixels = Pixels(width: image.width, height: image.height, gray: image.pixels)
      grid.add(pixels, image.caption, wrong: areWrong)
    }
    show(grid.picture(), as: name, below: gallery(images, .standardOutput))
  }

  /// Shows a confusion matrix and writes it as a figure.
  public func show(confusion counts: [[Int]], names: [String], _ title: String, as name: String) {
    let table = ConfusionTable(counts: counts, names: names)
    if Woven.isOn { Notebook.show(table.mistakes) }
    show(
      ConfusionMatrix(title, names: names, counts: counts).picture(), as: name,
      below: table.text(.standardOutput))
  }

  private func sketch(_ picture: Picture, _ terminal: Terminal) -> String? {
    switch picture.outline {
    case .lines(let chart): Notebook.sketch(chart, terminal)
    case .bars(let chart): Notebook.sketch(chart, terminal)
    case nil: nil
    }
  }

  func file(_ name: String) -> URL { folder.appending(path: "\(prefix)\(name).\(format)") }

  /// The path from the current folder, if the file lies in it.
  private func relative(_ file: URL) -> String {
    let here = FileManager.default.currentDirectoryPath + "/"
    return file.path.hasPrefix(here) ? String(file.path.dropFirst(here.count)) : file.path
  }
}
