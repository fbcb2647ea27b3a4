import Foundation

/// Work on things that need one another, each after those it needs, as many at once as there are cores.
final class LiveQueue: @unchecked Sendable {
  private let changed = NSCondition()
  // All below only while `changed` is locked.
  private var waiting: [(name: String, needs: Set<String>)]
  private var done: Set<String> = []
  private var failure: (any Error)?

  /// - Parameter things: each after those it needs.
  init(_ things: [(name: String, needs: Set<String>)]) { waiting = things }

  /// - Throws: the first error; nothing more is begun then.
  func work(_ body: @Sendable (String) throws -> Void) throws {
    let cores = max(1, ProcessInfo.processInfo.activeProcessorCount)
    DispatchQueue.concurrentPerform(iterations: cores) { _ in
      while let name = next() { end(name, Result { try body(name) }) }
    }
    if let failure { throw failure }
  }

  private func next() -> String? {
    changed.lock()
    defer { changed.unlock() }
    while failure == nil, !waiting.isEmpty {
      if let place = waiting.firstIndex(where: { $0.needs.isSubset(of: done) }) {
        return waiting.remove(at: place).name
      }
      changed.wait()
    }
    return nil
  }

  private func end(_ name: String, _ result: Result<Void, any Error>) {
    changed.lock()
    defer { changed.unlock() }
    switch result {
    case .success: done.insert(name)
    case .failure(let error): failure = failure ?? error
    }
    changed.broadcast()
  }
}
