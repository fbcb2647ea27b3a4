import Drawing
import Notebook

/// Prints all nets and views.
func printList() {
  var table = Table("net", "what it is", "input")
  for net in nets { table.add(net.name, net.summary, written(net.input)) }
  show(table)
  var figures = Table("in place of a net", "what it shows")
  for figure in BlockFigure.allCases { figures.add(figure.rawValue, figure.summary) }
  show(figures)
  var views = Table("view", "what it shows")
  for view in View.allCases { views.add(view.rawValue, view.summary) }
  show(views)
}

extension View {
  var summary: String {
    switch self {
    case .block: "the residual blocks, operation by operation, with their formulas"
    case .overview: "one strip: what each stage computes, and what it sees of the image"
    case .paper: "weighted layers, pools and shortcuts, as in figure 3 of He et al. 2015"
    case .compare: "several nets side by side, aligned by output size"
    case .slide: "every operation on one slide, in rows that are read like lines of text"
    case .nested: "every operation, in frames for the layers that contain it"
    case .tape: "every operation with its shape, its parameters and the magnitude of its gradients"
    }
  }
}
