import ArgumentParser
import Foundation
import Sentences

/// Which options go together, and which numbers they may have.
extension Bench {
  /// - Throws: `ValidationError`, a sentence with what was given and what was wanted.
  func checkOptions() throws {
    if let rounds, rounds < 1 {
      throw ValidationError("--rounds is \(rounds); it must be at least 1")
    }
    if (losses == nil) != (batches == nil) {
      throw ValidationError("--losses and --batches are of use only together")
    }
    let least = losses == nil ? 20 : 1
    if let steps, steps < least {
      throw ValidationError("--steps is \(steps); it must be at least \(least)")
    }
    let cores = ProcessInfo.processInfo.activeProcessorCount
    if let threads, !(1...cores).contains(threads) {
      throw ValidationError(
        "--threads is \(threads); there are \(counted(cores, "core")), and it must be from 1 to that"
      )
    }
    if output != nil, !sweep {
      throw ValidationError(
        "--output is the folder of what --sweep draws, and is of use only with it")
    }
    try checkKind()
    if peer != nil, let only, !only.hasPeer {
      let some = Measurement.allCases.filter(\.hasPeer).map(\.rawValue).joined(separator: ", ")
      throw ValidationError(
        "--only is \(only.rawValue), which no peer measures; they measure \(some)")
    }
  }

  /// What a run does is one of several things, and each has options of its own.
  private func checkKind() throws {
    let given: [(name: String, isGiven: Bool)] = [
      ("--only", only != nil), ("--rounds", rounds != nil), ("--steps", steps != nil),
      ("--peer", peer != nil), ("--losses", losses != nil), ("--json", json),
    ]
    func refuse(_ names: [String], with kind: String, _ why: String) throws {
      guard let other = given.first(where: { $0.isGiven && names.contains($0.name) }) else {
        return
      }
      throw ValidationError("\(other.name) is of no use with \(kind), which \(why)")
    }
    if sweep {
      let others = given.map(\.name).filter { $0 != "--peer" }
      try refuse(others, with: "--sweep", "measures its own steps, and draws them")
    }
    if losses != nil {
      try refuse(
        ["--only", "--rounds", "--peer", "--json"], with: "--losses",
        "trains one net and prints its losses")
    }
    if json {
      try refuse(["--rounds", "--peer"], with: "--json", "prints the rows of one process each")
    }
  }
}
