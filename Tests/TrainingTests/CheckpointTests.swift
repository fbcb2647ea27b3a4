import Autograd
import Chapter2Net
import Foundation
import Layers
import Optimizers
import Safetensors
import TestSupport
import Testing

@testable import Training

@Suite struct CheckpointTests {
  let rule = Rule.all[0]

  /// What is said of a file, without its path.
  private func problem(_ file: URL, _ body: () throws -> Void) -> String? {
    do { try body() } catch { return "\(error)".replacing(file.path, with: "FILE") }
    return nil
  }

  private func sgd(_ net: any Layer) -> SGD { SGD(net.parameters, learningRate: 0.1) }

  @Test func aNetLiesUnderItsOwnNames() throws {
    try inTemporaryFolder { folder in
      let file = folder.appending(path: "net.safetensors")
      _ = Resumable(rule).train(stop: 3, keepIn: file)
      let names = try SafetensorsFile(file).entries.map(\.name)
      let own = names.filter { !$0.hasPrefix("optimizer.") }
      #expect(Set(own) == Set(NormedNet(seed: 1).state.map(\.name)))
      #expect(names.contains("optimizer.0.velocity"))
    }
  }

  @Test func weightsAloneAreLoadedWithoutATraining() throws {
    try inTemporaryFolder { folder in
      let file = folder.appending(path: "net.safetensors")
      let (one, other) = (NormedNet(seed: 1), NormedNet(seed: 2))
      try Checkpoint.write(one, to: file)
      let checkpoint = try Checkpoint(file)
      #expect(checkpoint.progress == nil && checkpoint.settings == [:])
      try checkpoint.load(into: other, sgd(other))
      #expect(numbers(other) == numbers(one))
    }
  }

  @Test func settingsAndLossesThatAreNoNumbersAreKept() throws {
    try inTemporaryFolder { folder in
      let file = folder.appending(path: "net.safetensors")
      let net = NormedNet(seed: 1)
      var progress = TrainingProgress()
      for loss: Float in [.nan, .infinity, 0.1] {
        _ = progress.add(loss, correct: 1, of: 2, window: 10)
      }
      try Checkpoint.write(net, sgd(net), progress, settings: ["seed": "\(UInt64.max)"], to: file)
      let checkpoint = try Checkpoint(file)
      #expect(checkpoint.settings == ["seed": "18446744073709551615"])
      let losses = try #require(checkpoint.progress?.losses)
      #expect(losses[0].isNaN && Array(losses[1...]) == [.infinity, Double(Float(0.1))])
    }
  }

  @Test func anotherNetGetsASentenceAndStaysAsItIs() throws {
    try inTemporaryFolder { folder in
      let file = folder.appending(path: "net.safetensors")
      _ = Resumable(rule).train(stop: 3, keepIn: file)
      var random = Random(seed: 1)
      let net = Net(using: &random)
      let before = numbers(net)
      let sentence = problem(file) { try Checkpoint(file).load(into: net, sgd(net)) }
      #expect(
        sentence
          == #"FILE cannot be loaded. This state is not of this net: it lacks "conv1.bias", "#
          + #""conv2.weight", "conv2.bias" and 8 more; it has, unexpectedly, "bn1.num_batches_tracked" [], "#
          + #""bn1.bias" [4], "bn1.running_mean" [4] and 2 more; it has conv1.weight of shape [4, 1, 5, 5] "#
          + #"in place of [16, 1, 5, 5], fc.weight of shape [10, 144] in place of [10, 512]"#)
      #expect(numbers(net) == before)
    }
  }

  @Test func aPartOfTheWeightsIsNoNet() throws {
    try inTemporaryFolder { folder in
      let file = folder.appending(path: "model-00001-of-00003.safetensors")
      try Checkpoint.write(NormedNet(seed: 1), to: file)
      let sentence = problem(file) { _ = try Checkpoint(file) }
      #expect(sentence?.hasPrefix("FILE is shard 1 of 3, one of the files over which ") == true)
    }
  }

  /// The net's state, with this in the place of the count.
  private func write(_ count: NamedNumbers, beside net: NormedNet, to file: URL) throws {
    let state = zip(net.state, numbers(net)).map { entry, numbers in
      NamedNumbers(entry.name, shape: entry.value.shape, .floats(numbers))
    }
    try SafetensorsFile.write(state.filter { $0.name != count.name } + [count], to: file)
  }

  private func count(shape: [Int] = [], _ numbers: NamedNumbers.Numbers) -> NamedNumbers {
    NamedNumbers("bn1.num_batches_tracked", shape: shape, numbers)
  }

  @Test func aCountMayBeOfAnyTypeAndHaveAnAxis() throws {
    let counts = [
      count(.integers([7])), count(.floats([7])), count(.floats([7], as: .bfloat16)),
      count(shape: [1], .integers([7])), count(shape: [1, 1], .floats([7])),
    ]
    try inTemporaryFolder { folder in
      let file = folder.appending(path: "net.safetensors")
      for count in counts {
        let net = NormedNet(seed: 1)
        try write(count, beside: NormedNet(seed: 2), to: file)
        #expect(try Checkpoint(file).load(into: net) == [])
        #expect(net.bn1.batchesTracked == 7)
      }
    }
  }

  @Test func aCountThatIsNoneGetsASentence() throws {
    try inTemporaryFolder { folder in
      let file = folder.appending(path: "net.safetensors")
      let net = NormedNet(seed: 1)
      func sentence(_ count: NamedNumbers) throws -> String? {
        try write(count, beside: net, to: file)
        return problem(file) { try Checkpoint(file).load(into: net, sgd(net)) }
      }
      for number in [0.5, .nan, Float.infinity] {
        let found = try sentence(count(.floats([number])))
        #expect(
          found
            == #""bn1.num_batches_tracked" in FILE has a number that is not whole, or beyond 64 bits; "#
            + "whole numbers were wanted")
      }
      let found = try sentence(count(shape: [2], .integers([1, 2])))
      #expect(
        found
          == "FILE cannot be loaded. This state is not of this net: it has bn1.num_batches_tracked of "
          + "shape [2] in place of []")
    }
  }

  @Test func whatAnotherProgramHasPutUnderOurKeysIsIgnored() throws {
    try inTemporaryFolder { folder in
      let file = folder.appending(path: "net.safetensors")
      let (net, other) = (NormedNet(seed: 1), NormedNet(seed: 2))
      let state = zip(net.state, numbers(net)).map { entry, numbers in
        NamedNumbers(entry.name, shape: entry.value.shape, .floats(numbers))
      }
      let words = [
        "progress": "0.5", "settings": "lr=0.1", "preparation": "[]", "optimizer prefix": "fc.",
      ]
      try SafetensorsFile.write(state, metadata: words, to: file)
      let checkpoint = try Checkpoint(file)
      #expect(checkpoint.progress == nil && checkpoint.settings == [:])
      #expect(checkpoint.preparation == nil && checkpoint.metadata == words)
      #expect(
        try checkpoint.load(into: other, sgd(other)).map { $0.replacing(file.path, with: "FILE") }
          == ["progress", "settings", "preparation"].map {
            "What FILE says as \"\($0)\" was ignored: it is not from this program."
          })
      #expect(numbers(other) == numbers(net))
    }
  }

  @Test(arguments: [
    (
      progress(number: 2),
      "FILE describes a training that is impossible: its epochs are numbered [2]"
    ),
    (
      progress(batches: -1),
      "FILE describes a training that is impossible: epoch 1 counts -1 batches, and [(0, 0), (0, 0)]"
    ),
    (
      progress(trained: .max),
      "FILE describes a training that is impossible: epoch 1 counts 0 batches, and [(0, \(Int.max)), (0, 0)]"
    ),
    (
      progress(seconds: "\"nan\""),
      "FILE describes a training that is impossible: epoch 1 took nan seconds"
    ),
  ])
  func aTrainingThatCannotHaveBeenIsSaid(json: String, wanted: String) throws {
    try inTemporaryFolder { folder in
      let file = folder.appending(path: "net.safetensors")
      try SafetensorsFile.write([], metadata: ["progress": json], to: file)
      let sentence = problem(file) { _ = try Checkpoint(file) }
      #expect(sentence == wanted)
    }
  }

  /// To compare them, Swift would sort the marks for hours.
  @Test(arguments: ["progress", "settings"]) func namesOfManyMarksAreNotRead(name: String) throws {
    try inTemporaryFolder { folder in
      let file = folder.appending(path: "net.safetensors")
      let marks = String(repeating: "\u{301}\u{316}", count: 100_000)
      try SafetensorsFile.write([], metadata: [name: #"{"e\#(marks)":"1"}"#], to: file)
      let checkpoint = try Checkpoint(file)
      #expect(checkpoint.foreignMetadata.count == 1)
      #expect(checkpoint.progress == nil && checkpoint.settings == [:])
    }
  }
}

/// What a file might say of a training.
private func progress(
  number: Int = 1, batches: Int = 0, trained: Int = 0, seconds: String = "0"
) -> String {
  #"{"history":{"epochs":[],"wasStopped":false},"losses":[],"epoch":{"number":\#(number),"#
    + #""windows":[],"batches":\#(batches),"loss":0,"trainedCorrect":0,"trained":\#(trained),"#
    + #""correct":0,"tested":0,"seconds":\#(seconds)}}"#
}
