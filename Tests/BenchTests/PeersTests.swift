import Autograd
import Chapter2Net
import Chapter4Net
import Chapter5Net
import Foundation
import Layers
import Sentences
import Testing

@testable import Bench

/// Which peers a Python has, what it is asked to do, and that their nets are ours.
@Suite struct PeersTests {
  @Test func whatIsInstalledMeasuresAndWhatIsNotIsNamed() throws {
    let both = try Peers(python: "python3", versions: ["torch": "2.15.0", "jax": "0.10.2"])
    #expect(both.sides == [.f32, .bf16, .jax])
    #expect(
      both.sentence
        == "PyTorch 2.15.0, channels-last, in float32 (f32) and with autocast in bfloat16 (bf16); JAX 0.10.2 (jit)"
    )
    let torch = try Peers(python: "python3", versions: ["torch": "2.15.0"])
    #expect(torch.sides == [.f32, .bf16] && torch.sentence.hasSuffix("; JAX was not found"))
    let jax = try Peers(python: "python3", versions: ["jax": "0.10.2"])
    #expect(jax.sides == [.jax] && jax.sentence == "JAX 0.10.2 (jit); PyTorch was not found")
  }

  @Test func withoutEitherOrWithoutAPythonThereIsASentence() {
    #expect(
      throws: SentenceError(
        "python3 has neither torch nor jax; python3 -m pip install torch torchvision jax installs both"
      )
    ) { try Peers(python: "python3", versions: [:]) }
    #expect(
      throws: SentenceError(
        "--peer is /bin/false, which does not answer as a Python does (status 1); the path of one was wanted, such as "
          + ".venv/bin/python")
    ) { try Peers(python: "/bin/false") }
  }

  @Test func aPeerIsAskedForOneThingWithAsManyStepsAndThreads() throws {
    let peers = try Peers(python: "python3", versions: ["torch": "2", "jax": "0"])
    let bf16 = peers.command(.bf16, .resnet18, steps: 250, threads: 2)
    #expect(
      bf16.dropFirst(2) == [
        "--precision", "bf16", "--only", "resnet18", "--steps", "250", "--threads", "2",
      ])
    let jax = peers.command(.jax, .step, steps: 1000, threads: 1)
    #expect(jax.dropFirst(2) == ["--only", "step", "--steps", "1000", "--threads", "1"])
    for (command, name) in [(bf16, "pytorch.py"), (jax, "jax_peer.py")] {
      #expect(command[0] == "python3" && command[1].hasSuffix("/Tests/Peers/\(name)"))
      #expect(FileManager.default.fileExists(atPath: command[1]))
    }
  }

  @Test func theSweepNeedsTorchvisionBesidePyTorch() throws {
    let both = try Peers(python: "python3", versions: ["torch": "2", "torchvision": "0.30"])
    #expect(
      try both.sweepCommand().map { $0.split(separator: "/").last } == ["python3", "pytorch.py"])
    #expect(both.sides == [.f32, .bf16])
    for versions in [["torch": "2"], ["jax": "0", "torchvision": "0.30"]] {
      #expect(
        throws: SentenceError(
          "--sweep measures PyTorch on torchvision's nets, too, and python3 has not both; python3 -m pip install "
            + "torch torchvision installs them")
      ) { try Peers(python: "python3", versions: versions).sweepCommand() }
    }
  }

  @Test func theirNetsHaveAsManyParametersAsOurs() throws {
    let folder = URL(filePath: #filePath).appending(path: "../../Peers").standardized
    let text = try String(contentsOf: folder.appending(path: "measuring.py"), encoding: .utf8)
    let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("PARAMETERS = ") })
    let counts = line.matches(of: #/"(\w+)": ([\d_]+)/#).map {
      "\($0.1) \($0.2.filter { $0 != "_" })"
    }
    var random = Random(seed: 1)
    let nets: [(String, any Layer)] = [
      ("step", Net(using: &random)), ("resnet18", ResNet(using: &random)),
      ("preactivation", ThreeStageResNet(.normFirst, using: &random)),
    ]
    #expect(counts == nets.map { "\($0) \($1.parameterCount)" })
  }
}
