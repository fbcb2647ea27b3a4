import CPeak
import CThreads
import Foundation
import Sentences

/// What figures of speed are worth nothing without: the processor, how many threads, and how fast they could be.
struct Machine: Codable, Equatable {
  let processor: String
  /// The vectors it computes with: AVX-512, AVX2 or baseline.
  let vectors: String
  let threads: Int
  /// The most multiplications and additions these threads do together, measured.
  let gigaflops: Double

  /// This machine with so many threads.
  init(threads: Int) {
    processor = Self.processorName(
      in: (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? "")
    vectors = String(cString: peak_vectors())
    self.threads = threads
    gigaflops = (0..<3).map { _ in peakGigaflops(seconds: 0.2, threads: threads) }.max()!
  }

  /// All of it: `AMD EPYC, 2 threads with AVX-512, peak 238 GFLOP/s`.
  var sentence: String {
    "\(processor), \(counted(threads, "thread")) with \(vectors), peak \(decimals(gigaflops)) GFLOP/s"
  }

  /// The name in the text of /proc/cpuinfo; ARM's has none.
  static func processorName(in text: String) -> String {
    let line = text.split(separator: "\n").first { $0.hasPrefix("model name") }
    let name = line?.split(separator: ":", maxSplits: 1).last
    return name?.split(separator: " ").joined(separator: " ") ?? "a processor without a name"
  }

  /// As many threads as OMP_NUM_THREADS says, or else as this process may use cores.
  static var usualThreads: Int { Int(omp_get_max_threads()) }

  /// Lets this process, which has computed nothing yet, and those that it starts compute on so many threads.
  static func use(threads: Int) { setenv("OMP_NUM_THREADS", "\(threads)", 1) }
}
