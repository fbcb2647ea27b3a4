import Autograd
import Foundation
import TestSupport
import Testing

/// Compares one tensor of a case with ours, by the share that may be off.
///
/// - Parameters:
///   - name: what the tensor is called in the case; what begins with a d is a gradient.
///   - what: what was computed, if it is not the operation itself.
func expectSame(
  _ found: Tensor?, _ name: String, _ fixture: FixtureCase, in what: String? = nil
) {
  let title = "\(name) of \(what.map { "\($0), " } ?? "")\(fixture.testDescription)"
  guard let found, let wanted = fixture[name], found.shape == wanted.shape else {
    Issue.record("\(title) is \(found.map { "of shape \($0.shape)" } ?? "not there")")
    return
  }
  let error = largestDistance(found.scalars, wanted.scalars, of: fixture.settings["scale:\(name)"]!)
  let allowed = fixture.settings["allow:\(name)"]!
  #expect(error <= allowed, "\(title)")
  let operation = what ?? fixture.operation
  let winograd = fixture.whole("winograd") == 1 ? " (Winograd)" : ""
  note("\(fixture.whole("case"))\t\(operation)\(winograd)\t\(name)\t\(error)\t\(allowed)")
}

/// Compares what came out, hands `dy` back to it, and returns the gradients.
func expectSameResult(_ fixture: FixtureCase, _ y: Tensor, in what: String? = nil) -> Gradients {
  expectSame(y, "y", fixture, in: what)
  return (y * fixture["dy"]!).sum().backward()
}

/// As a share of `scale`; infinite if a number is none, or nothing may be off and something is.
private func largestDistance(_ found: [Float], _ wanted: [Float], of scale: Double) -> Double {
  let distances = zip(found, wanted).map { abs(Double($0) - Double($1)) }
  guard distances.allSatisfy(\.isFinite) else { return .infinity }
  let largest = distances.max() ?? 0
  return largest == 0 ? 0 : largest / scale
}

/// Adds a line to the file that `Tests/Peers/parity.py` makes its table of.
private func note(_ line: String) {
  let environment = ProcessInfo.processInfo.environment
  guard let path = environment["PARITY_ERRORS"] else { return }
  let kernels = getenv("KERNELS").map { String(cString: $0) } ?? "onednn"
  let file = open(path, O_WRONLY | O_CREAT | O_APPEND, 0o644)
  defer { close(file) }
  let bytes = Array("\(kernels)\t\(line)\n".utf8)
  // One write, so that lines of tests that run at the same time do not mix.
  #expect(write(file, bytes, bytes.count) == bytes.count)
}
