import Foundation
import Sentences

/// The peers that a Python can run: PyTorch in two precisions, and JAX, where they are installed.
struct Peers {
  private let python: String
  /// The versions of `torch`, `torchvision` and `jax`; one that is not installed is not in it.
  private let versions: [String: String]

  /// - Throws: `SentenceError` if the Python cannot be run, or has neither.
  init(python: String) throws {
    let child = try Child.run([python, "-c", Self.question])
    guard child.succeeded,
      let versions = try? JSONDecoder().decode([String: String].self, from: child.output)
    else {
      throw SentenceError(
        "--peer is \(python), which does not answer as a Python does (status \(child.status)); the path of one "
          + "was wanted, such as .venv/bin/python")
    }
    try self.init(python: python, versions: versions)
  }

  /// - Throws: `SentenceError` if there is no version.
  init(python: String, versions: [String: String]) throws {
    guard versions["torch"] != nil || versions["jax"] != nil else {
      throw SentenceError(
        "\(python) has neither torch nor jax; \(python) -m pip install torch torchvision jax installs both"
      )
    }
    (self.python, self.versions) = (python, versions)
  }

  var sides: [Side] {
    (versions["torch"] == nil ? [] : [.f32, .bf16]) + (versions["jax"] == nil ? [] : [.jax])
  }

  /// What was found, and what was not.
  var sentence: String {
    let torch = versions["torch"].map {
      "PyTorch \($0), channels-last, in float32 (f32) and with autocast in bfloat16 (bf16)"
    }
    let jax = versions["jax"].map { "JAX \($0) (jit)" }
    let found = [torch, jax].compactMap { $0 }.joined(separator: "; ")
    let missing = torch == nil ? "; PyTorch was not found" : jax == nil ? "; JAX was not found" : ""
    return found + missing
  }

  /// The command with which a peer measures.
  func command(_ side: Side, _ measurement: Measurement, steps: Int, threads: Int) -> [String] {
    let script = side == .jax ? "jax_peer.py" : "pytorch.py"
    let precision = side == .jax ? [] : ["--precision", side.rawValue]
    return [python, Self.folder.appending(path: script).path] + precision
      + ["--only", measurement.rawValue, "--steps", "\(steps)", "--threads", "\(threads)"]
  }

  /// The command with which PyTorch measures a step of the sweep; without the step, what all begin with.
  ///
  /// - Throws: `SentenceError` if PyTorch or torchvision, whose nets are in the sweep, is not there.
  func sweepCommand() throws -> [String] {
    guard versions["torch"] != nil, versions["torchvision"] != nil else {
      throw SentenceError(
        "--sweep measures PyTorch on torchvision's nets, too, and \(python) has not both; "
          + "\(python) -m pip install torch torchvision installs them")
    }
    return [python, Self.folder.appending(path: "pytorch.py").path]
  }

  private static let folder = URL(filePath: #filePath).appending(path: "../../../../Tests/Peers")
    .standardized

  private static let question = """
    from importlib.metadata import PackageNotFoundError, version
    from json import dumps
    found = {}
    for name in ("torch", "torchvision", "jax"):
        try: found[name] = version(name)
        except PackageNotFoundError: pass
    print(dumps(found))
    """
}
