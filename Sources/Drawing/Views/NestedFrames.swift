/// The frames of a nested figure and their titles.
extension NestedFigure {
  /// Adds the frames, and returns the innermost one around each cell.
  ///
  /// What stands on a shortcut has no frame of its own.
  mutating func addFrames(without aside: Set<Int>) -> [Int?] {
    var numbers: [Int: Int] = [:]
    let shown = Set(
      chart.cells.indices.filter { !aside.contains($0) }.flatMap { chart.first($0).frame })
    return chart.cells.indices.map { cell in
      var parent: Int?
      for module in chart.first(cell).frame.prefix(depth) where shown.contains(module) {
        if numbers[module.call] == nil {
          let title = title(of: module)
          let size = NetFigure.titleSize(title, sizes)
          numbers[module.call] = figure.net.frames.count
          figure.net.frames.append(
            .init(parent: parent, titleWidth: size.width, titleHeight: size.height))
          figure.frameTitles.append((title.name, title.under, module.path))
        }
        parent = numbers[module.call]
      }
      return parent
    }
  }

  /// Stages and their blocks are counted; other layers have the names of their properties.
  func title(of module: Module) -> (name: String, under: String) {
    let times = module.repeats.map { words.alike($0.count) } ?? ""
    if let stage = stages.firstIndex(where: { $0.name == module.path }) {
      let count = stages[stage].blocks.reduce(0) { $0 + ($1.repeats?.count ?? 1) }
      return (words(.stage, "\(stage + 1)"), words.blocks(count))
    }
    for stage in stages where !stage.isOneBlock {
      var number = 1
      for block in stage.blocks {
        if block == module {
          let last = number + (block.repeats?.count ?? 1) - 1
          return number == last
            ? (words(.blockNumber, "\(number)"), times)
            : (words(.blockNumbers, "\(number)", "\(last)"), times)
        }
        number += block.repeats?.count ?? 1
      }
    }
    if let number = Int(module.name) {
      return (module.type.shortened + " \(number + 1)", times)
    }
    return (module.name.shortened, times)
  }
}
