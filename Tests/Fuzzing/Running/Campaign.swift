import Foundation
import Sentences

/// Many cases for one loader, in child processes that may die.
package struct Campaign {
  /// How the cases that a command line speaks of are run: by this program, as a child.
  package let worker: (_ loader: String, _ numbers: Range<UInt64>, _ folder: String) -> [String]
  package let loader: Loader
  package let seed: UInt64

  /// The seconds that a case may compute, and the bytes that a child may ever use.
  package let patience: Double
  package let mostBytes: Int

  package init(
    _ loader: Loader, seed: UInt64, patience: Double, mostBytes: Int,
    worker: @escaping (_ loader: String, _ numbers: Range<UInt64>, _ folder: String) -> [String]
  ) {
    (self.loader, self.seed, self.worker) = (loader, seed, worker)
    (self.patience, self.mostBytes) = (patience, mostBytes)
  }

  /// How many cases one child runs: its memory is measured as a whole, and a start takes some time.
  private static let chunk: UInt64 = 10_000

  /// Runs the cases from 0 to `count` - 1, and goes on behind one that a child did not survive.
  ///
  /// - Parameter advanced: is told how many cases are over.
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
      // Nothing was begun, so the fault lies with the program and not with a file.
      if child.ending != .exited(status: 0), !record.hasBegun {
        throw SentenceError("A child ended before its first case: \(child.ending)")
      }
      next = child.ending == .exited(status: 0) ? numbers.upperBound : record.number + 1
      advanced(Int(next))
    }
    return tally
  }
}
