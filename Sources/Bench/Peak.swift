import CPeak
import Foundation

/// The most multiplications and additions so many threads do together, in GFLOP/s.
func peakGigaflops(seconds: Double, threads: Int) -> Double {
  let rounds = 1_000_000
  let start = DispatchTime.now().uptimeNanoseconds
  var elapsed = 0.0
  var done = 0
  repeat {
    DispatchQueue.concurrentPerform(iterations: threads) { _ in _ = peak_run(rounds) }
    done += rounds * threads
    elapsed = Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9
  } while elapsed < seconds
  return Double(done) * Double(peak_operations_per_round()) / elapsed / 1e9
}
