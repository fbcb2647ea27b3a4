import Foundation

/// Items prepared by a second thread, a few ahead of their use.
///
/// Threads sleep while they wait, because all cores are busy with arithmetic. `deinit` waits for the end
/// of the second thread.
final class Prefetch<Item: Sendable> {
  private let queue: BoundedQueue<Item>

  /// Begins to prepare items 0 to `count - 1`, in this order; at most `ahead` wait to be used.
  init(count: Int, ahead: Int = 2, prepare: @escaping (Int) -> Item) {
    let queue = BoundedQueue<Item>(room: ahead)
    self.queue = queue
    // Only the new thread calls it, one item after another.
    nonisolated(unsafe) let prepare = prepare
    Thread {
      for index in 0..<count {
        guard queue.waitForRoom() else { break }
        queue.put(prepare(index))
      }
      queue.noMore()
    }.start()
  }

  deinit { queue.close() }

  /// The next item, or `nil` after the last.
  func next() -> Item? { queue.take() }
}
