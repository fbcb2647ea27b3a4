import Foundation

/// A queue of limited length between one producing and one consuming thread.
final class BoundedQueue<Item: Sendable>: @unchecked Sendable {
  private let condition = NSCondition()
  private let room: Int
  private var items: [Item] = []
  private var isClosed = false
  private var isComplete = false

  init(room: Int) { self.room = room }

  /// Waits until there is room for one more item; `false` if no more are wanted.
  ///
  /// Waiting before an item is prepared, not after, keeps one less in memory.
  func waitForRoom() -> Bool {
    locked {
      while items.count >= room && !isClosed { condition.wait() }
      return !isClosed
    }
  }

  func put(_ item: Item) { locked { items.append(item) } }

  /// Marks the end: no item will follow.
  func noMore() { locked { isComplete = true } }

  /// The oldest item, waiting for it if need be; `nil` if none will come.
  func take() -> Item? {
    locked {
      while items.isEmpty && !isComplete { condition.wait() }
      return items.isEmpty ? nil : items.removeFirst()
    }
  }

  /// Drops all items and waits until the producer has ended.
  func close() {
    locked {
      isClosed = true
      items = []
      condition.broadcast()
      while !isComplete { condition.wait() }
      items = []
    }
  }

  private func locked<Result>(_ body: () -> Result) -> Result {
    condition.lock()
    defer {
      condition.broadcast()
      condition.unlock()
    }
    return body()
  }
}
