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
  }

  init(_ machine: Machine) { self.machine = machine }

  mutating func add(_ point: Point) { points.append(point) }

  /// The numbers of threads, one first.
  var threads: [Int] { Set(points.map(\.threads)).sorted() }

  func time(_ axis: SweepAxis, _ value: Int, threads: Int) -> Double? {
    points.first { $0.axis == axis && $0.value == value && $0.threads == threads }?.milliseconds
  }

  /// How many times as fast as one thread all are; `nil` if there is one only, or if it did not fit.
  func speedup(_ axis: SweepAxis, _ value: Int) -> Double? {
    guard let most = threads.last, most > 1, let one = time(axis, value, threads: 1),
      let all = time(axis, value, threads: most)
    else { return nil }
    return one / all
  }

  /// Of all speedups, or those of an axis: `1.85 to 1.96`.
  func speedupRange(_ axes: [SweepAxis] = SweepAxis.allCases) -> String? {
    let all = axes.flatMap { axis in axis.values.compactMap { speedup(axis, $0) } }
    guard let least = all.min(), let most = all.max() else { return nil }
    let (low, high) = (decimals(least), decimals(most))
    return low == high ? low : "\(low) to \(high)"
  }

  /// Each value with the time per image and the speedup.
  var table: Table {
    let times = threads.map { "\(counted($0, "thread")), ms" }
    let ratio = threads.count > 1 ? ["speedup"] : []
    var table = Table(header: ["varied", "value"] + times + ratio)
    for axis in SweepAxis.allCases {
      for value in axis.values
      where points.contains(where: { $0.axis == axis && $0.value == value }) {
        let times = threads.map { time(axis, value, threads: $0).map(decimals) ?? "–" }
        let ratio = threads.count > 1 ? [speedup(axis, value).map(decimals) ?? "–"] : []
        table.add(cells: [axis.rawValue, value] + times + ratio)
      }
    }
    return table
  }

  /// What did not fit into memory: `batch 256, 512; depth 152`; `nil` if all did.
  var tooLarge: String? {
    let missing = points.filter { $0.milliseconds == nil }
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
