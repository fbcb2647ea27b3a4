import Foundation
import Sentences

/// Opens a file for adding to its end, makes it if need be, and locks out other programs.
///
/// - Parameter name: what sentences call the file.
func openAlone(_ path: String, calledInSentences name: String) throws -> Int32 {
  while true {
    // A pipe in its place would be waited for without end; a link might lead anywhere.
    let flags = O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
    let descriptor = open(path, flags, 0o644)
    guard descriptor >= 0 else { throw SentenceError.system(name, "cannot be written") }
    // The lock ends with the program. On a disk that knows no locks there is none to respect.
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK else {
      close(descriptor)
      throw SentenceError("\(name) is being written by another program; wait until it has ended")
    }
    // Before the lock was ours, the other program may have given the file its final name.
    if isStill(descriptor, at: path) { return descriptor }
    close(descriptor)
  }
}

private func isStill(_ descriptor: Int32, at path: String) -> Bool {
  var (opened, named) = (stat(), stat())
  return fstat(descriptor, &opened) == 0 && stat(path, &named) == 0
    && opened.st_ino == named.st_ino && opened.st_dev == named.st_dev
}
