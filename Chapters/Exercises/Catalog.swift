import Exercising

extension Exercise {
  /// All exercises, in an order in which each needs only what was taught before it.
  public static let all: [Exercise] = chapter1 + chapter2

  private static let chapter1: [Exercise] = [.usedTwice, .reluGradient]
  private static let chapter2: [Exercise] = [.block]
}

/// The main function of a check, whose program is linked without the commands of `exercises`.
@_cdecl("exercise_probe_main")
public func exerciseProbeMain() -> Int32 { ProbeProgram.run(Exercise.all) }
