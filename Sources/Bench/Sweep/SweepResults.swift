import Foundation
import Notebook
import Sentences

/// What a sweep measured: the time of a training step per image, for each value of each axis.
struct SweepResults {
  let machine: Machine
  private(set) var points: [Point] = []

  struct Point: Codable, Equatable {
    let axis: SweepAxis
    let value, threads: Int
    /// The time per image; `nil` if the step did not fit into memory.
    let milliseconds: Double?
    /// Who measured it, if it was not this package: `PyTorch f32`.
    var peer: String?
  }

  init(_ machine: Machine) { self.machine = machine }

  mutating func add(_ point: Point) { points.append(point) }

  /// The numbers of threads, one first.
  var threads: [Int] { Set(points.map(\.threads)).sorted() }

  /// The peer that measured the same, with all threads.
  var peer: String? { points.lazy.compactMap(\.peer).first }

  func time(_ axis: SweepAxis, _ value: Int, threads: Int, peer: String? = nil) -> Double? {
    let point = points.first {
      $0.axis == axis && $0.value == value && $0.threads == threads && $0.peer == peer
    }
    return point?.milliseconds
  }

  /// How many times as fast as one thread all are; `nil` if there is one only, or if it did not fit.
  func speedup(_ axis: SweepAxis, _ value: Int) -> Double? {
    guard let most = threads.last, most > 1, let one = time(axis, value, threads: 1),
      let all = time(axis, value, threads: most)
    else { return nil }
    return one / all
  }

  /// The time with all threads as a share of the peer's; `nil` without a peer, or if one did not fit.
  func share(_ axis: SweepAxis, _ value: Int) -> Double? {
    guard let most = threads.last, let peer, let ours = time(axis, value, threads: most),
      let theirs = time(axis, value, threads: most, peer: peer)
    else { return nil }
    return ours / theirs
  }

  /// The least and the greatest speedup: `1.85 to 1.96`.
  var speedupRange: String? { range(speedup) }

  /// The least and the greatest share of the peer's time: `0.36 to 0.48`.
  var shareRange: String? { range(share) }

  private func range(_ of: (SweepAxis, Int) -> Double?) -> String? {
    let all = SweepAxis.allCases.flatMap { axis in axis.values.compactMap { of(axis, $0) } }
    guard let least = all.min(), let most = all.max() else { return nil }
    let (low, high) = (decimals(least), decimals(most))
    return low == high ? low : "\(low) to \(high)"
  }

  /// What did not fit into memory: `batch 256, 512; depth 152`; `nil` if all did.
  func tooLarge(peer: String? = nil) -> String? {
    let missing = points.filter { $0.milliseconds == nil && $0.peer == peer }
    let axes = SweepAxis.allCases.compactMap { axis -> String? in
      let values = axis.values.filter { value in
        missing.contains { $0.axis == axis && $0.value == value }
      }
      return values.isEmpty
        ? nil : "\(axis.rawValue) \(values.map(String.init).joined(separator: ", "))"
    }
    return axes.isEmpty ? nil : axes.joined(separator: "; ")
  }
}

/// A sweep as a log: the machine, then a point in each line.
extension SweepResults {
  /// A line of the log: one of the two.
  struct Line: Codable {
    var machine: Machine?
    var point: Point?
  }

  /// Writes the log, below a line with the date and the command.
  func write(to file: URL) throws {
    let log = try JSONLines(file, of: RunRecord())
    try log.append(Line(machine: machine))
    for point in points { try log.append(Line(point: point)) }
  }

  /// Reads a log, and the day it was made.
  static func read(_ log: Data) throws -> (results: SweepResults, date: String) {
    let (record, lines) = RunRecord.reading(Array(log), lines: Line.self)
    guard let machine = lines.compactMap(\.machine).first else {
      throw SentenceError(
        "the log of a sweep names no machine; its second line was to be {\"machine\":…}")
    }
    var results = SweepResults(machine)
    results.points = lines.compactMap(\.point)
    return (results, record.date)
  }
}
