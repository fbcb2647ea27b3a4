import Drawing
import Notebook

/// Prints which nets and views there are.
func printList() {
  var table = Table("net", "what it is", "input")
  for net in nets { table.add(net.name, net.summary, written(net.input)) }
  show(table)
  var views = Table("view", "what it shows")
  for view in View.allCases { views.add(view.rawValue, view.summary) }
  show(views)
}

extension View {
  var summary: String {
    switch self {
    case .block: "the residual blocks, operation by operation, with their formulas"
    case .overview: "a box for each stage: its convolutions, how many blocks, how many parameters"
    case .paper: "weighted layers, pools and shortcuts, as in figure 3 of He et al. 2015"
    case .columns: "every operation, a column for each stage: the shape of a slide"
    case .nested: "every layer inside the layers it is part of"
    case .tape: "every operation, its numbers, and what flows back along each road"
    }
  }
}
