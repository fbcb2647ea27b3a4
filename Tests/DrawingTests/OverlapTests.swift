import Chapter3Blocks
import Chapter4Net
import Drawing
import Layers
import Testing

@testable import Draw

/// Boxes, lines and labels do not overlap, in any view of several nets.
@Suite struct OverlapTests {
  @Test(arguments: [
    "resnet18", "resnet50-torchvision", "net", "basic-zeros", "shared-preactivation",
    "three-stages", "convnet-residual",
  ])
  func noBoxOverlapsAnotherAndNoLineCrossesOne(net: String) throws {
    for view in View.allCases where view != .tape && view != .compare {
      let graph = try Request(try Draw.parse([net])).graph()
      for direction in Direction.allCases {
        let look = Look(direction: direction)
        try check(Outlines(try graph.diagram(view, look).svg), "\(net) \(view) \(direction)")
      }
    }
  }

  @Test(arguments: ["resnet18", "resnet50", "net", "basic", "deepnet-residual"])
  func norInTheTapeView(net: String) throws {
    let figure = try Request(try Draw.parse([net, "--view", "tape"])).diagram()
    try check(Outlines(try figure.svg), "\(net) tape")
  }

  private func check(_ outlines: Outlines, _ figure: String) throws {
    let boxes = outlines.boxes
    #expect(!boxes.isEmpty && !outlines.lines.isEmpty)
    for (i, box) in boxes.enumerated() {
      #expect(!boxes[..<i].contains { $0.overlaps(box) }, "\(figure): boxes")
      // Lines end at the border.
      for line in outlines.lines {
        #expect(!line.contains { box.contains($0, rim: 2) }, "\(figure): a line in \(box)")
      }
      #expect(
        !outlines.labels.contains { box.contains($0, rim: 0) }, "\(figure): a label in \(box)")
    }
  }
}
