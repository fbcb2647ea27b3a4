import Foundation
import Sentences

/// Many cases for one loader, in child processes that may crash.
package struct Campaign {
  /// The command line of a child process that runs a range of cases.
  package let worker: (_ loader: String, _ numbers: Range<UInt64>, _ folder: String) -> [String]
  package let loader: Loader
  package let seed: UInt64

  /// The limits: seconds of processor time for a case, bytes of memory for a child.
  package let patience: Double
  package let mostBytes: Int

  package init(
    _ loader: Loader, seed: UInt64, patience: Double, mostBytes: Int,
    worker: @escaping (_ loader: String, _ numbers: Range<UInt64>, _ folder: String) -> [String]
  ) {
    (self.loader, self.seed, self.worker) = (loader, seed, worker)
    (self.patience, self.mostBytes) = (patience, mostBytes)
  }

  /// How many cases a child runs: a start takes time, but memory is measured for a whole child.
  private static let chunk: UInt64 = 10_000

  /// Runs the cases from 0 to `count` - 1, continuing after one that crashed a child.
  ///
  /// - Parameter advanced: called with the number of finished cases.
  package func run(_ count: Int, in folder: URL, advanced: (Int) -> Void) throws -> Tally {
    let record = try Record(folder.appending(path: "record").path)
    var (tally, next) = (Tally(), UInt64(0))
    while next < UInt64(count) {
      record.clear()
      let numbers = next..<min(next + Self.chunk, UInt64(count))
      let child = try Child(worker(loader.name, numbers, folder.path)) { child in
        advanced(Int(next) + record.accepted + record.refused)
        return record.secondsAtIt(child) > patience
      }
      tally.add(record, child, mostBytes)
      // No case was begun, so the error is in the program and not in a file.
      if child.ending != .exited(status: 0), !record.hasBegun {
        throw SentenceError("A child ended before its first case: \(child.ending)")
      }
      next = child.ending == .exited(status: 0) ? numbers.upperBound : record.number + 1
      advanced(Int(next))
    }
    return tally
  }
}
