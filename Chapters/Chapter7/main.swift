// # Chapter 7. What became of the shortcut
//
// The sum of 2015 is ten years old, and nearly everything around it has been changed since.

import Autograd
import Chapter3Blocks
import Chapter7Blocks
import Datasets
import Layers
import Notebook
import Optimizers
import Training

let options = ChapterOptions.parse(about, ending)
var checks = Checks()
var random = Random(seed: options.seed)
let drawings = Figures(options)

// ## What was changed
//
// Seven papers.

heading("What was changed", "Seven papers.")
var changes = Table("year", "what", "change", "before", "after", "of")
for one in Published.changes {
  changes.add(one.year, one.name, one.change, one.before, one.after, one.of)
}
show(changes)

// ## Many branches
//
// Blocks.

heading("Many branches", "Blocks.")
var budget = Table("block", "parameters", "multiply-adds")
for kind in Kind.allCases {
  let block = kind.block(16, 16, using: &random)
  budget.add(kind, block.parameterCount, Survey(of: block, input: [1, 16, 14, 14]).multiplyAdds)
  let net = kind.net(using: &random)
  budget.add(
    "net \(kind)", net.parameterCount, Survey(of: net, input: [1, 1, 28, 28]).multiplyAdds)
}
show(budget)
let blocks = Sequential(
  named: Kind.allCases.map { ($0.rawValue, $0.block(16, 16, using: &random)) })
drawings.draw(blocks, input: [1, 16, 14, 14], .block, as: "blocks", caption: "Three blocks")

checks.finish(about, ending)
