import CPeak
import Foundation

/// The most multiplications and additions all cores do together, in GFLOP/s.
func peakGigaflops(seconds: Double) -> Double {
  let cores = ProcessInfo.processInfo.activeProcessorCount
  let rounds = 1_000_000
  let start = DispatchTime.now().uptimeNanoseconds
  var elapsed = 0.0
  var done = 0
  repeat {
    DispatchQueue.concurrentPerform(iterations: cores) { _ in _ = peak_run(rounds) }
    done += rounds * cores
    elapsed = Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9
  } while elapsed < seconds
  return Double(done) * Double(peak_operations_per_round()) / elapsed / 1e9
}
