import Foundation

/// Makes waiting OpenMP threads sleep after a short spin, for which the program restarts itself.
///
/// The kernels' threads synchronize dozens of times in a training step. By default a waiting thread
/// spins 300,000 times, about 15 ms, before it sleeps. On a busy machine it then takes the processor
/// from the very thread it waits for, and a step of 4 ms takes hundreds. With 10,000 spins, nothing is
/// lost on an idle machine.
///
/// The OpenMP runtime reads its environment before `main`. So the program sets the variable and
/// executes itself again, unless it is set already.
public func beginWithShortWaits() {
  #if os(Linux)
    let environment = ProcessInfo.processInfo.environment
    guard environment["GOMP_SPINCOUNT"] == nil, environment["OMP_WAIT_POLICY"] == nil,
      let program = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    else { return }
    setenv("GOMP_SPINCOUNT", "10000", 1)
    // Returns only if it fails, and then all is as before.
    execv(program, CommandLine.unsafeArgv)
  #endif
}
