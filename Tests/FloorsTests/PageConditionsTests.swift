import Testing

/// The nets and what they stand on are compiled for pages from the same files.
@Suite struct PageConditionsTests {
  @Test func hardlyALineIsOnlyForPages() throws {
    let folders =
      ["Kernels", "LaneKernels", "Autograd", "Layers", "Optimizers"].map { "Sources/\($0)" }
      + ["1/Net", "2/Net", "3/Blocks", "4/Net", "5/Net", "6/Net", "7/Blocks"].map {
        "Chapters/Chapter\($0)"
      }
    var conditional: [String] = []
    for file in try folders.flatMap({ try swiftFiles(in: $0) }) {
      var open: [Bool] = []
      for line in try lines(of: file) {
        let words = line.split(whereSeparator: \.isWhitespace)
        let isForPages = ["wasm", "WASI", "Embedded"].contains { line.contains($0) }
        switch words.first {
        case "#if": open.append(isForPages)
        case "#endif": open.removeLast()
        case "#elseif", "#else": open[open.count - 1] = open.last! || isForPages
        default: if open.contains(true) { conditional.append("\(file): \(line)") }
        }
      }
    }
    #expect(conditional.count <= 5, "\(conditional)")
  }
}
