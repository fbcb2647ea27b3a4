import ArgumentParser
import Foundation
import Testing

@testable import Bench

/// Options that do not go together, and wrong numbers, get a sentence.
@Suite struct OptionsTests {
  /// What is said of these options.
  private func said(_ options: String...) -> String? {
    do { _ = try Bench.parse(options) } catch { return Bench.message(for: error) }
    return nil
  }

  @Test(arguments: [
    ["--peer", "python3", "--rounds", "5", "--threads", "1"], ["--sweep", "--threads", "1"],
    ["--sweep", "--output", "elsewhere"],
    ["--sweep", "--peer", "python3"], ["--json", "--only", "step", "--steps", "20"],
    ["--peer", "python3", "--only", "resnet18"],
    ["--losses", "a", "--batches", "b", "--steps", "1"],
  ])
  func whatGoesTogetherIsTaken(options: [String]) throws { _ = try Bench.parse(options) }

  @Test func aSweepTakesNoOptionsOfOtherKinds() {
    let end = "is of no use with --sweep, which measures its own steps, and draws them"
    #expect(said("--sweep", "--json") == "--json \(end)")
    #expect(said("--sweep", "--only", "step") == "--only \(end)")
    #expect(said("--sweep", "--rounds", "5") == "--rounds \(end)")
    #expect(said("--sweep", "--steps", "20") == "--steps \(end)")
    #expect(said("--sweep", "--losses", "a", "--batches", "b") == "--losses \(end)")
    #expect(
      said("--output", "elsewhere")
        == "--output is the folder of what --sweep draws, and is of use only with it")
  }

  @Test func oneProcessHasNoPeerAndNoRounds() {
    let end = "is of no use with --json, which prints the rows of one process each"
    #expect(said("--json", "--peer", "python3") == "--peer \(end)")
    #expect(said("--json", "--rounds", "2") == "--rounds \(end)")
    #expect(
      said("--losses", "a", "--batches", "b", "--json")
        == "--json is of no use with --losses, which trains one net and prints its losses")
  }

  @Test func wrongNumbersGetASentence() {
    let cores = ProcessInfo.processInfo.activeProcessorCount
    #expect(said("--rounds", "0") == "--rounds is 0; it must be at least 1")
    #expect(said("--steps", "19") == "--steps is 19; it must be at least 20")
    #expect(said("--threads", "0")?.hasPrefix("--threads is 0; there ") == true)
    let many = said("--threads", "\(cores + 1)")
    #expect(many?.hasPrefix("--threads is \(cores + 1); there ") == true)
    #expect(many?.hasSuffix("\(cores) cores, and it must be from 1 to that") == true || cores == 1)
  }

  @Test func whatHasNoPeerIsNotMeasuredBesideOne() {
    #expect(
      said("--peer", "python3", "--only", "peak")
        == "--only is peak, which no peer measures; they measure step, epoch, resnet18, preactivation"
    )
  }
}
