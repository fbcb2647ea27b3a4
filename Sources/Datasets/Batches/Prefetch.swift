import Foundation

/// Items prepared on a thread of their own, a few ahead of the thread that uses them.
///
/// Neither thread ever spins while it waits: all cores are busy with arithmetic. When the last
/// owner lets go, the other thread ends before `deinit` does.
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
