import ArgumentParser
import Foundation
import Notebook
import Sentences

/// How fast this package is here, and how fast the processor could be.
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "How fast a training step and an epoch are here, beside what the processor can do.",
    discussion: """
      Run it in release and on a quiet machine: `swift run -c release bench`. With --peer it shows \
      PyTorch beside it, in turns: `swift run -c release bench --peer python3`, given a Python that \
      has torch.
      """)

  @Option(help: .init("Measure only this: \(Measurement.list).", valueName: "name"))
  var only: Measurement?

  @Option(help: .init("How many processes measure, one after another.", valueName: "n"))
  var rounds = 1

  @Option(help: .init("Training steps of a process.", valueName: "n"))
  var steps = 1_000

  @Option(help: .init("A Python with torch, to measure the same with PyTorch.", valueName: "path"))
  var peer: String?

  @Option(
    help: .init(
      "Train the net of a chapter from these weights and print each loss.", valueName: "file"))
  var losses: String?

  @Option(help: "The net of those weights: chapter2, chapter4 or chapter5.")
  var net = NotebookNet.chapter4

  @Option(help: .init("The images and labels for that, both files safetensors.", valueName: "file"))
  var batches: String?

  @Flag(help: "Print JSON, one object per line.")
  var json = false

  func validate() throws {
    if rounds < 1 { throw ValidationError("--rounds is \(rounds); it must be at least 1") }
    if (losses == nil) != (batches == nil) {
      throw ValidationError("--losses and --batches are of use only together")
    }
    let least = losses == nil ? 20 : 1
    if steps < least {
      throw ValidationError("--steps is \(steps); it must be at least \(least)")
    }
  }

  func run() throws {
    if let losses, let batches { return try printLosses(losses, batches) }
    if json { return try printRows() }
    print(machine)
    let ours = [CommandLine.arguments[0], "--json", "--steps", "\(steps)"]
    let theirs = peer.map { [$0, Self.peerScript, "--steps", "\(steps)"] }
    let names = only.map { ["--only", $0.rawValue] } ?? []
    var report = Report(hasPeer: peer != nil)
    for _ in 0..<rounds {
      for row in try rows(from: ours + names) { report.add(row, .ours) }
      for row in try theirs.map({ try rows(from: $0 + names) }) ?? [] { report.add(row, .peer) }
    }
    show(report.table)
  }

  private func printRows() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    for measurement in Measurement.allCases where only == nil || only == measurement {
      let row = measurement.measure(steps: steps)
      print(String(decoding: try encoder.encode(row), as: UTF8.self))
    }
  }

  private func printLosses(_ weights: String, _ batches: String) throws {
    let (weights, batches) = (URL(fileURLWithPath: weights), URL(fileURLWithPath: batches))
    try train(net, weights: weights, batches: batches, most: steps) {
      print(String(format: "%.9g", Double($0)))
    }
  }

  private static let peerScript = URL(filePath: #filePath)
    .appending(path: "../../../Tests/Peers/pytorch.py").standardized.path

  private var machine: String {
    "\(counted(ProcessInfo.processInfo.activeProcessorCount, "core")); medians"
      + (rounds == 1 ? "" : ", in each of \(rounds) processes")
  }
}

Bench.main()
