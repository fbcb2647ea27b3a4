/// The results of the cases of one loader.
package struct Tally: Sendable {
  /// A case that crashed or hung.
  package struct Finding: Sendable {
    package let number: UInt64
    package let what: String
  }

  package private(set) var accepted = 0
  package private(set) var refused = 0
  package private(set) var crashes = 0
  package private(set) var hangs = 0
  package private(set) var slowest = (seconds: 0.0, number: UInt64(0))
  package private(set) var peakBytes = 0
  package private(set) var findings: [Finding] = []

  package var cases: Int { accepted + refused + crashes + hangs }

  package init() {}

  /// Adds what a child recorded, and how it ended.
  mutating func add(_ record: Record, _ child: Child, _ mostBytes: Int) {
    accepted += record.accepted
    refused += record.refused
    if record.slowest.seconds > slowest.seconds { slowest = record.slowest }
    peakBytes = max(peakBytes, child.peakBytes)
    switch child.ending {
    case .exited(status: 0): break
    case .hung:
      hangs += 1
      findings.append(Finding(number: record.number, what: "hangs"))
    case .exited(let status):
      crashes += 1
      findings.append(Finding(number: record.number, what: "ends with status \(status)"))
    case .died(let signal):
      crashes += 1
      findings.append(Finding(number: record.number, what: "dies of signal \(signal)"))
    }
    if child.peakBytes > mostBytes {
      findings.append(
        Finding(number: record.number, what: "is among those that took \(child.peakBytes) bytes"))
    }
  }
}
