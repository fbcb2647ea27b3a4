import Exercising

extension Exercise {
  /// All exercises, in an order in which each needs only what was taught before it.
  public static let all: [Exercise] = [
    chapter1, chapter2, chapter3, chapter4, chapter5, chapter6, chapter7,
  ].flatMap { $0 }

  private static let chapter1: [Exercise] = [
    .usedTwice, .sigmoidDerivative, .reluGradient, .productRule, .lastOneWins, .oneSummand,
    .shortcut, .shortcutInside, .kaimingWindow, .reluHalves, .normInFloat, .vanishingDepth,
  ]
  private static let chapter2: [Exercise] = [
    .twoNumbers, .block, .missingPadding, .reluBeforeSum, .unusedLayer, .sharedLayer, .uphill,
    .momentumStep, .forgottenZeros, .sumOrMean, .highestFirst, .softmaxTwice, .scoresCutOff,
    .transposedDigits, .wholeNumbers, .labelsApart, .overlapping,
  ]
  private static let chapter3: [Exercise] = [
    .oddSizes, .whenItFits, .shortcutStride, .channelsOnly, .strideTwice, .lateStride,
    .shortcutNorm, .notTheIdentity, .idleBias, .normGradient, .noMemory, .otherMomentum, .oneLess,
    .belowZero,
  ]
  private static let chapter4: [Exercise] = [
    .stageShapes, .invertedStride, .oneBlockMore, .repeatedBlock, .inheritedLayer, .ignoredMode,
    .forgottenEvaluation, .correction, .firstStepForEver, .fallingByItself, .shortBatch,
    .rowsAndColumns, .knownTest, .sixtyThousand,
  ]
  private static let chapter5: [Exercise] = [
    .howMuchIsKept, .staleStatistics, .fiveOrderings, .fullPreactivation, .reluAtTheEnd,
    .lateShortcut, .lastNorm, .deepReLU, .growthAlongBlocks,
  ]
  private static let chapter6: [Exercise] = [.countedPaths, .idleForEver, .fullBranch]
  private static let chapter7: [Exercise] = [
    .denseChannels, .fourSmallPictures, .unboundedFactors, .unscaledAttention,
  ]
}

/// The main function of a check, whose program is linked without the commands of `exercises`.
@_cdecl("exercise_probe_main")
public func exerciseProbeMain() -> Int32 { ProbeProgram.run(Exercise.all) }
