import Files
import Foundation
import Notebook
import Sentences

/// The sweep: each step measured by a process of its own, with one thread and with all in turns.
struct Sweep {
  let threads: [Int]
  let folder: URL
  /// The program of a peer, which measures with all threads.
  private let peer: [String]?

  /// The committed figure's folder, which a run never writes into.
  static let book = packageRoot(above: #filePath)?.appending(path: "Figures/Book")

  /// - Parameters:
  ///   - threads: how many there are at most.
  ///   - folder: where the figure and the log go; `nil` for one that git ignores.
  ///   - peer: a Python whose PyTorch measures the same.
  /// - Throws: `SentenceError` if the folder is that of the book's figures, or if there is no PyTorch.
  init(threads: Int, folder: URL?, peer: String? = nil) throws {
    self.peer = try peer.map { try Peers(python: $0).sweepCommand() }
    self.threads = threads > 1 ? [1, threads] : [1]
    let root = packageRoot(above: #filePath) ?? URL(filePath: ".")
    self.folder = folder ?? root.appending(path: "Figures/Runs/Bench")
    guard real(self.folder) != Self.book.map(real) else {
      throw SentenceError(
        "--output is \(self.folder.path), which holds the book's figures; a run writes elsewhere, and what it wrote is "
          + "copied there")
    }
  }

  /// Measures, prints the table, and writes `sweep.svg` and `sweep.jsonl`.
  func run() throws {
    try makeFolder(folder)
    var results = SweepResults(Machine(threads: threads.last!))
    show(results.machine.sentence)
    show(Self.explanation)
    try measure(&results)
    show(results.table)
    for sentence in results.sentences { show(sentence) }
    let (log, figure) = (folder.appending(path: "sweep.jsonl"), folder.appending(path: "sweep.svg"))
    try results.write(to: log)
    let date = try SweepResults.read(Data(contentsOf: log)).date
    try results.picture(date: date).write(to: figure)
    show("\(figure.path)\n\(log.path)")
  }

  static let explanation = """
    The time of a training step per image, in ms: ResNet-18 of chapter 4 with Adam, batches of 64 at 96 × 96, of which \
    batch or size is varied; for depth the nets of torchvision. Medians of at least three steps.
    """

  private func measure(_ results: inout SweepResults) throws {
    refuseMoreMemoryThanThereIs()  // that holds for the processes it starts
    let steps = SweepAxis.allCases.flatMap { axis in axis.values.map { (axis, $0, axis.step($0)) } }
    let work = steps.map(\.2.work).reduce(0, +)
    let meter = Meter("sweep", total: work * (threads.count + (peer == nil ? 0 : 1)))
    for (axis, value, step) in steps {
      func add(_ program: [String], threads: Int, peer: String? = nil) throws {
        meter.note = "\(axis.rawValue) \(value), \(peer ?? counted(threads, "thread"))"
        let time = try step.timePerImage(program, threads: threads)
        results.add(
          .init(axis: axis, value: value, threads: threads, milliseconds: time, peer: peer))
        meter.advance(by: step.work)
      }
      for count in threads { try add([CommandLine.arguments[0]], threads: count) }
      if let peer { try add(peer, threads: threads.last!, peer: Side.f32.title) }
    }
  }
}

private func real(_ folder: URL) -> String { folder.resolvingSymlinksInPath().standardized.path }
