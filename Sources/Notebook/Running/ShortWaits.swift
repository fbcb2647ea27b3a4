import Foundation

/// Lets threads that wait for each other fall asleep after a moment, for which the program must begin
/// again.
///
/// The kernels' threads meet dozens of times in a training step. Where one waits, the OpenMP runtime
/// lets it spin for up to 300,000 turns, about 15 ms. That is quickest while the machine has nothing
/// else to do; when it has, the thread that is waited for may be the one that gets no processor. A step
/// of 4 ms then takes hundreds. With 10,000 turns nothing is lost on a quiet machine.
///
/// The runtime reads this before the first line of a program runs. So the program sets it and starts
/// anew in its own place, unless it was set already.
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
