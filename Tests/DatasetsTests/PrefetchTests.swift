import Foundation
import Synchronization
import Testing

@testable import Datasets

@Suite struct PrefetchTests {
  @Test func itemsComeInOrderHoweverLongTheyTake() {
    let prefetch = Prefetch(count: 20) { index in
      usleep(index % 3 == 0 ? 2_000 : 0)
      return index
    }
    var items: [Int] = []
    while let item = prefetch.next() {
      items.append(item)
      usleep(item % 5 == 0 ? 2_000 : 0)
    }
    #expect(items == Array(0..<20))
    #expect(prefetch.next() == nil)
  }

  @Test func itemsArePreparedUnaskedAndElsewhere() {
    let prepared = DispatchSemaphore(value: 0)
    let here = pthread_self()
    let prefetch = Prefetch(count: 5) { _ in
      prepared.signal()
      return pthread_equal(pthread_self(), here) == 0
    }
    for _ in 0..<2 { #expect(prepared.wait(timeout: .now() + 5) == .success) }
    #expect(prefetch.next() == true)
  }

  @Test func noMoreThanTwoAreAhead() {
    let (begun, asked, furthest) = (Counter(), Counter(), Counter())
    let prefetch = Prefetch(count: 50) { index in
      begun.value += 1
      furthest.value = max(furthest.value, begun.value - asked.value)
      return index
    }
    for _ in 0..<50 {
      usleep(500)
      asked.value += 1
      _ = prefetch.next()
    }
    #expect(begun.value == 50 && furthest.value == 2)
  }

  @Test func nothingIsLeftBehindWhenTheConsumerStops() {
    let begun = Counter()
    weak var context: Counter?
    do {
      let held = Counter()
      context = held
      let prefetch = Prefetch(count: 1_000) { index in
        begun.value += 1
        held.value += 1
        usleep(1_000)
        return index
      }
      #expect(prefetch.next() == 0)
    }
    let atTheEnd = begun.value
    #expect(atTheEnd <= 3)
    // The thread lets go of what it held as it ends, right after `deinit` has seen it finish.
    let deadline = Date(timeIntervalSinceNow: 5)
    while context != nil, Date() < deadline { usleep(1_000) }
    #expect(context == nil)
    #expect(begun.value == atTheEnd)
  }

  @Test func noItemsAreNoWaiting() {
    #expect(Prefetch(count: 0) { $0 }.next() == nil)
  }
}

/// A number that two threads may use.
private final class Counter: Sendable {
  private let mutex = Mutex(0)

  var value: Int {
    get { mutex.withLock { $0 } }
    set { mutex.withLock { $0 = newValue } }
  }
}
