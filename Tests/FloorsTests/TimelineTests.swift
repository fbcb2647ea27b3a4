import Foundation
import Testing

@testable import Plots

/// The figure of the page about the history of shortcuts shows the nets of its tables.
@Suite struct TimelineTests {
  private let timeline = Timeline(
    title: "How the layers of a net are connected",
    items: [
      .init(
        year: 1986, name: "Backpropagation", column: .layers,
        summary: "several layers, and gradients through all"),
      .init(
        year: 1988, name: "Two spirals", column: .concatenation,
        summary: "each layer gets all results before it", sources: ["Backpropagation"]),
      .init(
        year: 1997, name: "LSTM", column: .gates,
        summary: "a state to which every step adds", sources: ["Backpropagation"]),
      .init(year: 1998, name: "LeNet-5", column: .layers, summary: "convolutions read digits"),
      .init(year: 2012, name: "AlexNet", column: .layers, summary: "8 layers"),
      .init(year: 2014, name: "VGG", column: .layers, summary: "19 layers of 3 × 3"),
      .init(
        year: 2014, name: "GoogLeNet", column: .layers, summary: "22 layers, four branches a block"),
      .init(
        year: 2015, name: "Batch norm", column: .layers, summary: "moderate gradients, degradation"),
      .init(
        year: 2015, name: "Highway nets", column: .gates,
        summary: "a gate between branch and shortcut"),
      .init(
        year: 2015, name: "U-Net", column: .concatenation, summary: "shortcuts across the whole net"
      ),
      .init(
        year: 2015, name: "ResNet", column: .sums, summary: "x + F(x), 152 layers",
        sources: ["Highway nets", "Batch norm"]),
      .init(
        year: 2016, name: "Inception-ResNet", column: .sums,
        summary: "branches scaled by 0.1 to 0.3"),
      .init(
        year: 2016, name: "Pre-activation", column: .sums, summary: "nothing behind the sum"),
      .init(
        year: 2016, name: "Stochastic depth", column: .sums, summary: "blocks left out at random"),
      .init(
        year: 2016, name: "Many paths", column: .sums, summary: "2ⁿ of them, the short ones count"),
      .init(year: 2016, name: "Wide ResNet", column: .sums, summary: "16 wide layers, not 1000"),
      .init(
        year: 2016, name: "DenseNet", column: .concatenation,
        summary: "concatenated, not added", sources: ["ResNet"]),
      .init(year: 2016, name: "ResNeXt", column: .sums, summary: "32 branches in parallel"),
      .init(
        year: 2017, name: "Transformer", column: .transformers,
        summary: "x + attention(x), for language", sources: ["ResNet"]),
      .init(year: 2017, name: "SENet", column: .sums, summary: "a factor for each channel added"),
      .init(year: 2019, name: "Fixup", column: .sums, summary: "10,000 layers without norms"),
      .init(
        year: 2019, name: "GPT-2", column: .transformers,
        summary: "norms first", sources: ["Pre-activation"]),
      .init(year: 2020, name: "ViT", column: .transformers, summary: "Transformers for pictures"),
      .init(
        year: 2022, name: "ConvNeXt", column: .sums,
        summary: "ResNet with what Transformers taught",
        sources: ["ViT"]),
      .init(
        year: 2024, name: "Hyper-connections", column: .transformers,
        summary: "several main paths side by side"),
      .init(
        year: 2025, name: "mHC", column: .transformers, summary: "whose sum is passed on as it is"),
    ], main: "ResNet")

  @Test func itHasTheNetsOfTheTables() throws {
    let rows = try lines(of: "Chapters/Book/history.md")
      .compactMap { $0.prefixMatch(of: #/\| (\d{4}) \| \*\*([^*]+)\.\*\* /#) }
      .map { "\($0.1) \($0.2)" }
    #expect(timeline.items.map { "\($0.year) \($0.name)" } == rows)
    #expect(rows == rows.sorted { $0.prefix(4) < $1.prefix(4) })
  }

  @Test func theCommittedFigureIsDrawnFromIt() throws {
    let wanted = timeline.picture.svg()
    let committed = try? lines(of: "Figures/Book/history.svg").joined(separator: "\n") + "\n"
    guard committed != wanted else { return }
    let file = FileManager.default.temporaryDirectory.appending(path: "history.svg")
    try Data(wanted.utf8).write(to: file)
    Issue.record("Figures/Book/history.svg is not what is drawn here; \(file.path) is")
  }

  @Test func everySourceIsAnEarlierNetOfAnotherColumn() {
    for (place, item) in timeline.items.enumerated() {
      for source in item.sources {
        let earlier = timeline.items[..<place].first { $0.name == source }
        #expect(earlier != nil && earlier?.column != item.column, "\(item.name): \(source)")
      }
    }
  }
}
