import Chapter6Net
import Layers

/// The net of chapter 6, whose branches begin as usual or at zero.
let chapter6 = [
  DrawableNet(
    name: "stacked", summary: "chapter 6: 14 layers, residual", input: [1, 28, 28], leastSide: 4
  ) { StackedNet(depth: 14, isResidual: true, using: &$0) },
  DrawableNet(
    name: "stacked-skipinit", summary: "chapter 6: 14 layers without norms in their branches",
    input: [1, 28, 28], leastSide: 4
  ) { StackedNet(depth: 14, isResidual: true, .skipInit, using: &$0) },
]
