import Autograd
import Chapter2Net
import Foundation
import Layers
import Optimizers
import Safetensors
import TestSupport
import Testing
import Training

@testable import Classify

@Suite struct ClassificationTests {
  private func classification(_ arguments: [String]) throws -> Classification {
    let options = try Classify.parse(arguments)
    return try Classification(Request(options), options)
  }

  /// Chapter 2's net in a file, as `--save` leaves it.
  private func withNet<Result>(
    _ preparation: Preparation? = nil, _ body: (URL) throws -> Result
  ) throws -> Result {
    try inTemporaryFolder { folder in
      let file = folder.appending(path: "net.safetensors")
      var random = Random(seed: 1)
      let net = Net(using: &random)
      let sgd = SGD(net.parameters, learningRate: 0.1, momentum: 0.5)
      try Checkpoint.write(net, sgd, TrainingProgress(), preparation: preparation, to: file)
      return try body(file)
    }
  }

  @Test func aFileOfTheReadersIsClassified() throws {
    try withNet { net in
      let found = try classification([picture("rgb.png"), "--weights", net.path, "--top", "3"])
      #expect(found.answers.answers.count == 3 && found.answers.logits.count == 10)
      #expect(found.preparation.mean == [0.1307])
      let inverted = try classification(
        [picture("rgb.png"), "--weights", net.path, "--invert"])
      #expect(inverted.answers.logits != found.answers.logits)
    }
  }

  @Test func aRowOfADataSetSaysWhatItTrulyIs() throws {
    try withNet { net in
      let arguments = ["--dataset", "drawn", "--row", "3", "--weights", net.path, "--json"]
      let json = try JSONSerialization.jsonObject(
        with: Data(try classification(arguments).json().utf8))
      let object = try #require(json as? [String: Any])
      #expect(object["net"] as? String == "chapter 2's net")
      #expect(object["picture"] as? String == "test picture 3 of drawn digits")
      #expect((object["truth"] as? String).flatMap { Int($0) } != nil)
      #expect((object["answers"] as? [[String: Any]])?.count == 5)
      #expect((object["logits"] as? [Double])?.count == 10)
    }
  }

  @Test func whatTheFileSaysOfPicturesIsDone() throws {
    let preparation = Preparation(
      shorterSide: 30, side: 28, mean: [0.5], deviation: [0.25],
      classNames: (0..<10).map { "name \($0)" })
    try withNet(preparation) { net in
      let found = try classification([picture("rgb.png"), "--weights", net.path])
      #expect(found.preparation == preparation)
      #expect(found.answers.answers.allSatisfy { $0.name == "name \($0.class)" })
    }
  }

  @Test func aFileWithoutNamesGetsThoseOfTheDataSet() throws {
    try withNet { net in
      let found = try classification(
        [picture("rgb.png"), "--weights", net.path, "--dataset", "fashion-mnist", "--top", "10"])
      #expect(found.answers.answers.contains { $0.name == "Ankle boot" })
    }
  }

  @Test func picturesThatTheNetCannotBeShownGetASentence() throws {
    let preparation = Preparation(shorterSide: 96, side: 96, mean: [0], deviation: [1])
    try withNet(preparation) { net in
      let found = sentence(net.path) {
        _ = try classification([picture("rgb.png"), "--weights", net.path])
      }
      #expect(
        found
          == "FILE says that its net is shown pictures of 1×96×96, which chapter 2's net cannot be")
    }
    try withNet { net in
      let found = sentence(net.path) {
        _ = try classification([picture("rgb.png"), "--weights", net.path, "--resize", "27"])
      }
      #expect(found == "--resize is 27, but chapter 2's net is shown 28 pixels each way")
    }
  }

  @Test func aFileOfAWrappedNetGivesTheSameScores() throws {
    try withNet { net in
      let plain = try classification([picture("rgb.png"), "--weights", net.path])
      let file = try SafetensorsFile(net)
      let wrapped = net.deletingLastPathComponent().appending(path: "module.safetensors")
      let tensors = try file.entries.filter { !$0.name.hasPrefix("optimizer.") }.map {
        NamedNumbers(
          "module._orig_mod.\($0.name)", shape: $0.shape, .floats(try file.floats($0.name)))
      }
      try SafetensorsFile.write(tensors, to: wrapped)
      let found = try classification([picture("rgb.png"), "--weights", wrapped.path])
      #expect(found.answers.logits == plain.answers.logits && plain.remarks == [])
      #expect(
        found.remarks == [#""module._orig_mod." was taken off the names in \#(wrapped.path)."#])
    }
  }

  @Test func aPictureToBeTurnedIsRemarkedOnAndTurnedOnRequest() throws {
    try withNet { net in
      let arguments = [picture("turned-6.jpg"), "--weights", net.path]
      let stored = try classification(arguments)
      let begin =
        "\(picture("turned-6.jpg")) is to be turned, by its EXIF data: a quarter turn clockwise. "
      #expect(
        stored.remarks
          == [begin + "It is classified as it is stored, as in torchvision; --upright turns it."])
      let upright = try classification(arguments + ["--upright"])
      #expect(upright.remarks == [begin + "That was done."])
      #expect(upright.subject.picture == stored.subject.picture.upright)
      #expect(upright.answers.logits != stored.answers.logits)
      #expect(try upright.json().contains("quarter turn"))
    }
  }

  @Test func aRowThatIsNotThereGetsASentence() throws {
    try withNet { net in
      let found = sentence(net.path) {
        _ = try classification(["--dataset", "drawn", "--row", "-1", "--weights", net.path])
      }
      #expect(found?.hasPrefix("--row is -1; drawn digits has ") == true)
    }
  }
}
