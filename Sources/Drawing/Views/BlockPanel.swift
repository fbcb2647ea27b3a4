import Plots
import Sentences

/// One residual block of a figure: its operations between x and y, and the words around it.
struct BlockPanel {
  let chart: Flowchart
  let block: ResidualBlock
  let whole: Flowchart
  private let number: Int
  let words: Words
  let sizes: Sizes
  private let faces: [Face]
  private let aside: Set<Int>
  let shared: [SharedWeights]
  /// Of the ids of its items.
  private let prefix: String
  /// Its title: what becomes of the shape, or what its net calls it.
  private(set) var name: String

  /// - Parameters:
  ///   - number: how many panels stand before it.
  ///   - letters: how many letters of shared weights they have.
  init(_ block: ResidualBlock, _ whole: Flowchart, number: Int, letters before: Int, _ look: Look) {
    let (words, sizes) = (Words(look.language), Sizes(look.purpose))
    let chart = block.chart(whole)
    let aside = Set(chart.routed.flatMap(\.shortcut))
    shared = chart.sharedWeights(from: before)
    let letters = shared.letters
    faces = chart.cells.indices.map { cell in
      let node = chart.first(cell)
      if cell == 0 { return .text([.init("x", italic: true)], sizes.label + 2) }
      if node.kind == .addition { return .sum(sizes) }
      let isAside = aside.contains(cell)
      let count = node.weights.reduce(0) { $0 + $1.count }
      var lines = [
        Face.Line(isAside ? node.shortTitle(words) : node.title(words).shortened, sizes.label)
      ]
      if node.isWeighted || (count > 0 && !isAside) {
        let text = isAside ? grouped(count) : words.parameters(count)
        lines.append(.init(text, sizes.note, color: .muted))
      }
      return .box(node.kind.colors, lines, letter: letters[cell], sizes, tooltip: node.path ?? "")
    }
    (self.chart, self.block, self.whole, self.number) = (chart, block, whole, number)
    (self.words, self.sizes, self.aside) = (words, sizes, aside)
    prefix = "block\(number)."
    let keepsShape = chart.last(0).shape == chart.last(chart.cells.count - 1).shape
    name = words(keepsShape ? .shapeKept : .shapeChanged)
  }

  /// The same by the name that its net has for it, where what becomes of the shape does not tell blocks
  /// apart.
  func namedByItsNet() -> BlockPanel {
    var panel = self
    if !block.path.isEmpty { panel.name = block.path }
    return panel
  }

  /// The kinds of the operations on its main path.
  var kinds: [Kind] { chart.mainPath.map { $0 == 0 ? .input : chart.first($0).kind } }

  var mainFaces: [Face] {
    faces.indices.filter { !aside.contains($0) && faces[$0].shape == .box }.map { faces[$0] }
  }

  /// Adds its operations, and y as the last item.
  ///
  /// - Parameters:
  ///   - rows: the row of each cell, and that of y; `nil` for as few as it needs itself.
  ///   - width: the least width of boxes that are not on the shortcut.
  func add(to figure: inout NetFigure, rows: [Int]?, width: Double) {
    let isUpright = width > 0
    let first = figure.net.items.count
    for cell in chart.cells.indices {
      var face = faces[cell]
      if face.shape == .box, !aside.contains(cell) { face.size.width = max(width, face.size.width) }
      let node = chart.first(cell)
      if cell == 0, !isUpright {
        face.size.width = Font(sizes.note).width(of: extent(of: node.shape)) + 4
      }
      let before = chart.cells[cell].inputs.first
      let isDirect =
        node.kind == .activation
        && before.map { chart.first($0).kind == .norm && chart.consumers(of: $0).count == 1 }
          ?? false
      figure.add(
        face,
        .init(
          id: prefix + chart.id(cell), width: face.size.width, height: face.size.height,
          panel: number, isAside: aside.contains(cell), isTight: isDirect, row: rows?[cell]),
        note: note(cell), sizes)
    }
    figure.addLinks(chart, first: first, identity: words(.identity))
    let formula = Formula(block, whole)
    let runs = formula.runs.map { Plan.Text.Run($0.text, italic: $0.isItalic) }
    figure.add(
      .text(runs, sizes.label + 1),
      .init(
        id: prefix + "y", width: isUpright ? 20 : Font(sizes.label + 1).width(of: formula.text) + 6,
        height: 1.3 * sizes.label, panel: number,
        row: rows?.last), sizes)
    figure.net.links.append(
      .init(from: first + chart.cells.count - 1, to: first + chart.cells.count))
  }

  /// `h` behind what the block computes before the fork, the shape of a result where it changes, and that
  /// of the last.
  private func note(_ cell: Int) -> String? {
    if cell == 0 || aside.contains(cell) { return nil }
    let shape = chart.last(cell).shape
    if cell == chart.cells.count - 1 { return extent(of: shape) }
    if let skip = chart.skipConnections.last, cell == skip.fork { return "h" }
    return chart.cells[cell].inputs.contains { chart.last($0).shape == shape }
      ? nil : extent(of: shape)
  }

  var kind: String { block.skip.kind.name(words) }
  /// How wide its title is.
  var headWidth: Double {
    max(Font(sizes.title, bold: true).width(of: name), Font(sizes.label).width(of: kind))
  }
}
