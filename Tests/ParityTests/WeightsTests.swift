import Autograd
import Chapter2Net
import Chapter4Net
import Chapter5Net
import Foundation
import Layers
import Safetensors
import TestSupport
import Testing
import Training

/// Nets whose weights come from PyTorch: the names and shapes are the same, and so are the scores.
@Suite struct WeightsTests {
  /// Where `Tests/Peers/weights.py` has put nets of full size.
  static let drawn = ProcessInfo.processInfo.environment["WEIGHTS"].map { URL(filePath: $0) }

  @Test(arguments: ["resnet18", "resnet34", "resnet50", "chapter2", "chapter4", "chapter5"])
  func namesAndShapesAreThoseOfPyTorch(name: String) throws {
    let wanted = try stateNames()[name]!
    let state = makeNet(name).state
    #expect(state.map(\.name) == wanted.map(\.name))
    #expect(state.map(\.value.shape) == wanted.map(\.shape))
  }

  @Test(arguments: ["narrow18", "narrow50"])
  func aNarrowNetOfTorchvisionTravelsBothWays(name: String) throws {
    let written = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).safetensors")
    defer { try? FileManager.default.removeItem(at: written) }
    try expectTravels(name, from: fixtures, to: written)
  }

  @Test(
    .enabled(if: drawn != nil, "Tests/Peers/weights.py makes the nets"),
    arguments: ["resnet18", "resnet34", "resnet50", "chapter2", "chapter4", "chapter5"])
  func aNetOfFullSizeTravelsBothWays(name: String) throws {
    try expectTravels(
      name, from: Self.drawn!, to: Self.drawn!.appending(path: "\(name)-written.safetensors"))
  }
}

private let fixtures = URL(filePath: #filePath).appending(path: "../../Fixtures").standardized

private func makeNet(_ name: String) -> any Layer {
  var random = Random(seed: 1)
  return switch name {
  case "resnet18": TorchvisionResNet(.layers18, using: &random)
  case "resnet34": TorchvisionResNet(.layers34, using: &random)
  case "resnet50": TorchvisionResNet(.layers50, using: &random)
  case "narrow18": TorchvisionResNet(.layers18, classes: 5, width: 2, using: &random)
  case "narrow50": TorchvisionResNet(.layers50, classes: 5, width: 2, using: &random)
  case "chapter2": Net(using: &random)
  case "chapter4": ResNet(using: &random)
  case "chapter5": ThreeStageResNet(.normFirst, using: &random)
  default: fatalError("no net is called \(name)")
  }
}

/// Loads a net of PyTorch's, asks it for its scores, and writes it again: the very bytes it was read from.
private func expectTravels(_ name: String, from folder: URL, to written: URL) throws {
  let file = folder.appending(path: "\(name).safetensors")
  let net = makeNet(name)
  try Checkpoint(file).load(into: net)

  let wanted = try SafetensorsFile(folder.appending(path: "\(name)-scores.safetensors"))
  let shape = wanted.entries.first { $0.name == "images" }!.shape
  let found = net(Tensor(try wanted.floats("images"), shape: shape)).scalars
  let scores = try wanted.floats("scores")
  expectClose(found, scores, tolerance: 1e-4, "a score of \(name),")
  let largest = scores.map(abs).max()!
  let error = zip(found, scores).map { abs($0 - $1) }.max()! / largest
  print("\(name): the scores are off by \(error) of the largest, \(largest)")

  try Checkpoint.write(net, to: written)
  #expect(try Data(contentsOf: written) == Data(contentsOf: file))
}

/// The names and shapes of each net, in the order of its `state_dict`.
private func stateNames() throws -> [String: [(name: String, shape: [Int])]] {
  let data = try Data(contentsOf: fixtures.appending(path: "state_names.json"))
  let nets = try JSONDecoder().decode([String: [NameAndShape]].self, from: data)
  return nets.mapValues { $0.map { ($0.name, $0.shape) } }
}

private struct NameAndShape: Decodable {
  let name: String
  let shape: [Int]

  init(from decoder: any Decoder) throws {
    var pair = try decoder.unkeyedContainer()
    name = try pair.decode(String.self)
    shape = try pair.decode([Int].self)
  }
}
