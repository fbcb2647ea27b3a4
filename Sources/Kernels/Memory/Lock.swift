#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A recursive lock: one thread at a time holds it, and may take it again while it does.
public final class Lock: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)

  /// A lock that nobody holds.
  public init() {
    var kind = pthread_mutexattr_t()
    pthread_mutexattr_init(&kind)
    pthread_mutexattr_settype(&kind, Int32(PTHREAD_MUTEX_RECURSIVE))
    pthread_mutex_init(mutex, &kind)
    pthread_mutexattr_destroy(&kind)
  }

  deinit {
    pthread_mutex_destroy(mutex)
    mutex.deallocate()
  }

  /// What `body` returns, called while this thread holds the lock.
  public func around<Result>(_ body: () -> Result) -> Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return body()
  }
}
