import Autograd
import Foundation
import Layers
import Optimizers
import Safetensors
import TestSupport
import Testing

@testable import Training

/// Files whose names other programs have made longer.
@Suite struct NamesInFileTests {
  private let net = NormedNet(seed: 1)

  /// The state of a net, with other names.
  private func state(
    of net: any Layer, _ rename: (String) -> String
  ) -> [NamedNumbers] {
    net.state.map { NamedNumbers(rename($0.name), $0.value) }
  }

  /// What is remarked when a file of these tensors is loaded into another net, or the error.
  private func load(
    _ tensors: [NamedNumbers], into other: NormedNet = NormedNet(seed: 2)
  ) throws -> String {
    try inTemporaryFolder { folder in
      let file = folder.appending(path: "net.safetensors")
      try SafetensorsFile.write(tensors, to: file)
      let result: String
      do {
        result = try Checkpoint(file).load(into: other).joined(separator: " ")
        #expect(numbers(other) == numbers(net))
      } catch {
        result = "\(error)"
      }
      return result.replacing(file.path, with: "FILE")
    }
  }

  @Test(arguments: [
    "module.", "_orig_mod.", "model.", "net.", "backbone.", "module._orig_mod.", "model.backbone.",
    "module.model.net.",
  ])
  func aPrefixOfAllNamesIsTakenOff(prefix: String) throws {
    #expect(
      try load(state(of: net) { prefix + $0 })
        == #""\#(prefix)" was taken off the names in FILE."#)
  }

  @Test func namesAsTheyAreNeedNoRemark() throws {
    #expect(try load(state(of: net) { $0 }) == "")
  }

  @Test func whatLiesBesideTheNetIsLeftOutAndSaid() throws {
    let loss = NamedNumbers("criterion.weight", shape: [2], .floats([1, 2]))
    let more = NamedNumbers("ema.step", shape: [], .integers([1]))
    let model = state(of: net) { "model." + $0 }
    let taken = #""model." was taken off the names in FILE. "#
    #expect(
      try load(model + [loss]) == taken + #""criterion.weight" in FILE is no part of this net."#)
    #expect(
      try load(model + [loss, more])
        == taken + #""ema.step" and 1 more in FILE are no parts of this net."#)
  }

  @Test(arguments: ["", "module."]) func backboneAndHeadAreOneNet(outer: String) throws {
    let parts = state(of: net) { outer + ($0.hasPrefix("fc.") ? "head." : "backbone.") + $0 }
    #expect(
      try load(parts)
        == #""\#(outer)backbone." and "\#(outer)head." were taken off the names in FILE."#)
  }

  @Test func aPrefixOfSomeNamesIsTakenOffThese() throws {
    #expect(
      try load(state(of: net) { $0.hasPrefix("fc.") ? $0 : "backbone." + $0 })
        == #""backbone." was taken off the names in FILE."#)
    #expect(
      try load(state(of: net) { "module." + ($0.hasPrefix("fc.") ? $0 : "net." + $0) })
        == #""module." and "module.net." were taken off the names in FILE."#)
  }

  @Test func twoNetsInAFileAreNotMixedUp() throws {
    let other = NormedNet(seed: 3)
    #expect(
      try load(state(of: net) { "model." + $0 } + state(of: other) { "net." + $0 })
        == #"FILE holds such a net more than once: without "net.", and without "model."; "#
        + "which one is wanted cannot be told")
  }

  @Test func whatIsMissingIsSaidWithThePrefixes() throws {
    let other = NormedNet(seed: 2)
    let before = numbers(other)
    let renamed = state(of: net) { "module." + $0.replacing("fc.", with: "fc.1.") }
    #expect(
      try load(renamed, into: other)
        == #"FILE cannot be loaded, even with "module." taken off its names. This state is not of this "#
        + #"net: it lacks "fc.weight", "fc.bias"; it has, unexpectedly, "fc.1.bias" [10], "fc.1.weight" [10, 144]"#
    )
    #expect(numbers(other) == before)
  }
}
