import Foundation

/// Kills all children of this process, and theirs, which become ours when their parents end.
///
/// A process that forks faster than it is killed would keep this going, so it ends after ten seconds.
func killOrphans() {
  let deadline = Date().addingTimeInterval(10)
  while Date() < deadline {
    for child in children() { kill(child, SIGKILL) }
    var status: Int32 = 0
    while waitpid(-1, &status, WNOHANG) > 0 {}
    if waitpid(-1, &status, WNOHANG) < 0 { return }
    usleep(1_000)
  }
}

/// The processes whose parent this one is, in whatever session.
private func children() -> [pid_t] {
  let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
  return names.compactMap(pid_t.init).filter { child in
    guard let line = try? String(contentsOfFile: "/proc/\(child)/stat", encoding: .utf8),
      let end = line.lastIndex(of: ")")
    else { return false }
    let words = line[end...].split(separator: " ")
    return words.count > 2 && pid_t(words[2]) == getpid()
  }
}
