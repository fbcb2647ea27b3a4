import CThreads
import Dispatch
import Synchronization
import Testing

/// What the threads of a region write down.
private final class Tally: Sendable {
  let begun = Atomic(0)
  let numbers = Mutex<[Int]>([])
  let isWrong = Atomic(false)

  /// Calls `body` on so many threads.
  func region(of threads: Int, _ body: @convention(c) (UnsafeMutableRawPointer?) -> Void) {
    GOMP_parallel(body, Unmanaged.passUnretained(self).toOpaque(), UInt32(threads), 0)
  }

  var hasFailed: Bool { isWrong.load(ordering: .relaxed) }
  var count: Int { begun.load(ordering: .relaxed) }

  static func of(_ data: UnsafeMutableRawPointer?) -> Tally {
    Unmanaged<Tally>.fromOpaque(data!).takeUnretainedValue()
  }
}

/// The functions of the OpenMP runtime that are ours, on fewer and on more threads than there are cores.
@Suite struct ThreadsTests {
  @Test(arguments: 1...7) func everyPartIsComputedOnce(threads: Int) {
    for _ in 0..<200 {
      let tally = Tally()
      tally.region(of: threads) { data in
        let tally = Tally.of(data)
        tally.numbers.withLock { $0.append(Int(omp_get_thread_num())) }
        if omp_in_parallel() == 1 {
          tally.begun.add(Int(omp_get_num_threads()), ordering: .relaxed)
        }
      }
      let numbers = tally.numbers.withLock { $0.sorted() }
      #expect(numbers == Array(0..<threads))
      #expect(tally.count == (threads == 1 ? 0 : threads * threads))
    }
    #expect(omp_get_num_threads() == 1 && omp_in_parallel() == 0 && omp_get_max_threads() >= 1)
  }

  @Test(arguments: 2...5) func noThreadPassesABarrierBeforeTheLastHasComeToIt(threads: Int) {
    for _ in 0..<50 {
      let tally = Tally()
      tally.region(of: threads) { data in
        let (tally, team) = (Tally.of(data), Int(omp_get_num_threads()))
        for turn in 1...3 {
          tally.begun.add(1, ordering: .sequentiallyConsistent)
          GOMP_barrier()
          let all = tally.begun.load(ordering: .sequentiallyConsistent) == turn * team
          if !all { tally.isWrong.store(true, ordering: .relaxed) }
          GOMP_barrier()
        }
      }
      #expect(!tally.hasFailed)
    }
  }

  @Test func aRegionInsideARegionIsComputedByItsCaller() {
    let tally = Tally()
    tally.region(of: 2) { data in
      let outer = omp_get_thread_num()
      Tally.of(data).region(of: 2) { data in
        Tally.of(data).numbers.withLock { $0.append(Int(omp_get_num_threads())) }
      }
      if omp_get_thread_num() != outer { Tally.of(data).isWrong.store(true, ordering: .relaxed) }
    }
    let teams = tally.numbers.withLock { $0 }
    #expect(teams == [1, 1])
    #expect(!tally.hasFailed)
  }

  @Test func severalThreadsOfAProgramTakeTurns() {
    let tally = Tally()
    DispatchQueue.concurrentPerform(iterations: 4) { _ in
      for _ in 0..<100 {
        tally.region(of: 3) { Tally.of($0).begun.add(1, ordering: .relaxed) }
      }
    }
    #expect(tally.count == 4 * 100 * 3)
  }
}
