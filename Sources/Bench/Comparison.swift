import Notebook
import Sentences

/// Processes that measure in turns, ours and those of peers, and the tables of what they measured.
struct Comparison {
  private let bench: Bench
  private let peers: Peers?
  private let rounds: Int
  private let threads = Machine.usualThreads

  /// - Throws: `SentenceError` if there is to be a peer and none was found.
  init(_ bench: Bench) throws {
    self.bench = bench
    peers = try bench.peer.map { try Peers(python: $0) }
    rounds = bench.rounds ?? 1
  }

  /// Measures and prints: a process measures one thing, so that its peak memory is that thing's.
  func run() throws {
    show(Machine(threads: threads).sentence)
    if let peers { show(peers.sentence) }
    show(explanation)
    let sides = peers?.sides ?? []
    let measurements = Measurement.allCases.filter {
      (bench.only == nil || bench.only == $0) && (peers == nil || $0.hasPeer)
    }
    var report = Report(peers: sides)
    let meter = Meter("measured", total: rounds * measurements.count * (1 + sides.count))
    for _ in 0..<rounds {
      for measurement in measurements {
        for side in [.here] + sides {
          meter.note = "\(measurement.rawValue), \(side.title)"
          for row in try rows(from: command(side, measurement)) { report.add(row, side) }
          meter.advance()
        }
      }
    }
    if peers != nil { show(report.comparison) }
    show(report.processes)
  }

  private func command(_ side: Side, _ measurement: Measurement) -> [String] {
    guard let peers, side != .here else { return bench.command(measurement) }
    return peers.command(side, measurement, steps: bench.stepCount, threads: threads)
  }

  private var explanation: String {
    let medians =
      "Medians of \(counted(rounds, "process", "processes"))" + (peers == nil ? "." : ", in turns.")
    guard let side = peers?.sides.first else { return medians }
    return
      "\(medians) \u{201C}of \(side.rawValue)\u{201D} is what this package takes as a share of what \(side.title) takes: "
      + "below 1 this package is faster, or smaller. MB is the peak memory of the process."
  }
}
