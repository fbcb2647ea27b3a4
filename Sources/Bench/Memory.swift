import Foundation

/// How much memory this process has had at most: its maximum resident set, in MB (10⁶ bytes).
func peakMegabytes() -> Double {
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  return Double(usage.ru_maxrss) * 1024 / 1e6
}

/// Makes the system refuse this process more memory than there is now, in place of ending some process later.
///
/// The process then stops, and says that memory is out, even where oneDNN writes to memory that it did not get.
func refuseMoreMemoryThanThereIs() {
  for crash in [SIGSEGV, SIGBUS, SIGABRT] { signal(crash, sayWhetherMemoryIsOut) }
  var limit = rlimit()
  guard let available = availableBytes(), getrlimit(dataSize, &limit) == 0 else { return }
  limit.rlim_cur = min(limit.rlim_cur, rlim_t(available))
  setrlimit(dataSize, &limit)
}

/// Handles the signal of a crash: memory is out if the system refuses a block as small as our kernels ask for.
private func sayWhetherMemoryIsOut(_ crash: Int32) {
  let size = 32 << 20
  if mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED {
    let said: StaticString = "out of memory\n"
    write(2, said.utf8Start, said.utf8CodeUnitCount)
    _exit(1)
  }
  signal(crash, SIG_DFL)
  raise(crash)
}

/// All memory that a process may write to and shares with none.
private let dataSize = __rlimit_resource_t(RLIMIT_DATA.rawValue)

/// What the system and the control group of this process could still give; `nil` where neither says it.
private func availableBytes() -> UInt64? {
  let system = text("/proc/meminfo")?.firstMatch(of: #/MemAvailable: +(\d+) kB/#)
    .flatMap { UInt64($0.1) }.map { $0 * 1024 }
  let group = text("/sys/fs/cgroup/memory.max").flatMap {
    UInt64($0.trimmingCharacters(in: .whitespacesAndNewlines))
  }
  return [system, group].compactMap { $0 }.min()
}

private func text(_ path: String) -> String? { try? String(contentsOfFile: path, encoding: .utf8) }
