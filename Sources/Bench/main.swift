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
      PyTorch and JAX beside it, in turns: `swift run -c release bench --peer python3`, given a Python that \
      has torch, jax or both. With --sweep it shows how the time grows with batch, image size and depth.
      """)

  @Option(help: .init("Measure only one thing.", valueName: "name"))
  var only: Measurement?

  @Option(
    help: .init("How many processes measure, one after another. (default: 1)", valueName: "n"))
  var rounds: Int?

  @Option(help: .init("Training steps of a process. (default: 1000)", valueName: "n"))
  var steps: Int?

  @Option(
    help: .init("How many threads compute, here and in peers. (default: all)", valueName: "n"))
  var threads: Int?

  @Option(
    help: .init(
      "A Python with torch or jax, to measure the same with these; --sweep takes torch and torchvision.",
      valueName: "path"))
  var peer: String?

  @Flag(
    help: "Measure the time of a step per image against batch, image size and depth, and draw it.")
  var sweep = false

  @Option(
    help: .init(
      "The folder for the figure and the log of --sweep. (default: Figures/Runs/Bench)",
      valueName: "path"))
  var output: String?

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

  @Option(help: .hidden) var sweepStep: SweepStep?

  func validate() throws { try checkOptions() }

  func run() throws {
    if let threads { Machine.use(threads: threads) }
    if let sweepStep { return try print([sweepStep.measure()]) }
    if let losses, let batches { return try printLosses(losses, batches) }
    if sweep {
      let folder = output.map { URL(fileURLWithPath: $0) }
      return try Sweep(threads: Machine.usualThreads, folder: folder, peer: peer).run()
    }
    if json { return try printRows() }
    try Comparison(self).run()
  }

  /// A process measures one thing; for several there is one for each.
  private func printRows() throws {
    if let only { return try print(only.measure(steps: stepCount, threads: Machine.usualThreads)) }
    for measurement in Measurement.allCases { try print(rows(from: command(measurement))) }
  }

  private func print(_ rows: [Row]) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    for row in rows { Swift.print(String(decoding: try encoder.encode(row), as: UTF8.self)) }
  }

  private func printLosses(_ weights: String, _ batches: String) throws {
    let (weights, batches) = (URL(fileURLWithPath: weights), URL(fileURLWithPath: batches))
    try train(net, weights: weights, batches: batches, most: stepCount) {
      Swift.print(String(format: "%.9g", Double($0)))
    }
  }

  var stepCount: Int { steps ?? 1000 }

  /// The command of a process that measures this here.
  func command(_ measurement: Measurement) -> [String] {
    [
      CommandLine.arguments[0], "--json", "--only", measurement.rawValue, "--steps", "\(stepCount)",
      "--threads", "\(Machine.usualThreads)",
    ]
  }
}

Bench.main()
