import ArgumentParser
import Foundation
import Fuzzing
import Terminal

// The parent process.

extension Fuzz {
  /// Runs the cases in child processes, the same number for each loader, and prints the results.
  ///
  /// - Throws: an exit code if there are findings.
  func runAll(_ loaders: [Loader]) throws {
    let folder = try scratch()
    defer { try? FileManager.default.removeItem(at: folder) }
    let meter = Meter("files", total: cases)
    var (table, failed, done) = (Self.emptyTable, false, 0)
    for (i, loader) in loaders.enumerated() {
      let share = cases * (i + 1) / loaders.count - cases * i / loaders.count
      meter.note = loader.name
      let tally = try campaign(loader).run(share, in: folder) { meter.advance(to: done + $0) }
      done += share
      add(tally, of: loader, to: &table)
      for finding in tally.findings {
        failed = true
        let item = Case(loader, seed: seed, number: finding.number)
        meter.say("\(try keep(item).path) \(finding.what)")
      }
    }
    meter.finish()
    show(table)
    if failed { throw ExitCode(1) }
  }

  private func campaign(_ loader: Loader) -> Campaign {
    Campaign(loader, seed: seed, patience: patience, mostBytes: memory << 20) {
      name, numbers, folder in
      [
        "/proc/self/exe", "--loader", name, "--only", "\(numbers.lowerBound)", "--last",
        "\(numbers.upperBound)", "--seed", "\(seed)", "--memory", "\(memory)", "--folder", folder,
      ]
    }
  }

  /// A folder for the files, in memory if the system has such a file system.
  private func scratch() throws -> URL {
    let memory = URL(fileURLWithPath: "/dev/shm")
    let parent =
      FileManager.default.isWritableFile(atPath: memory.path)
      ? memory : FileManager.default.temporaryDirectory
    let folder = parent.appending(path: "fuzz-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  private static var emptyTable: Table {
    Table(
      "loader", "files", "accepted", "refused", "crashes", "hangs", "slowest, ms", "number",
      "peak, MB")
  }

  private func add(_ tally: Tally, of loader: Loader, to table: inout Table) {
    table.add(
      loader.name, tally.cases, tally.accepted, tally.refused, tally.crashes, tally.hangs,
      String(format: "%.1f", tally.slowest.seconds * 1000), "\(tally.slowest.number)",
      String(format: "%.0f", Double(tally.peakBytes) / 1e6))
  }
}
