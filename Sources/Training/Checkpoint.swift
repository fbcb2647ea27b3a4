import Files
import Foundation
import Layers
import Optimizers
import Safetensors
import Sentences

/// A net in a file and, if the file was made while it was trained, all it takes to resume.
///
/// The file is a safetensors file. The net's state has the names PyTorch would give it, the optimizer's is
/// under `optimizer.`, and the progress of the training is in the file's metadata. Any safetensors file
/// with a net's weights can be loaded, PyTorch's too.
public struct Checkpoint {
  /// Where training stood; `nil` for a file of nothing but weights.
  public let progress: TrainingProgress?
  /// The settings of the training, such as its seed; to resume it, they must be the same.
  public let settings: [String: String]
  /// What was done to the pictures before the net saw them, if the file says so.
  public let preparation: Preparation?

  let file: SafetensorsFile

  /// Opens a file and reads its metadata; the net itself is not read yet.
  ///
  /// - Throws: `SentenceError`, a sentence that names the file.
  public init(_ url: URL) throws {
    file = try SafetensorsFile(url)
    if let error = shard(url.path) { throw error }
    progress = try Self.read(TrainingProgress.self, "progress", from: file)
    settings = try Self.read([String: String].self, "settings", from: file) ?? [:]
    preparation = try Self.read(Preparation.self, "preparation", from: file)
    if let flaw = preparation?.flaw {
      throw SentenceError("\(file.path) describes pictures that no net can be shown: \(flaw)")
    }
    if let flaw = progress?.flaw {
      throw SentenceError("\(file.path) describes a training that is impossible: \(flaw)")
    }
  }

  /// Writes a net and all it takes to resume its training.
  ///
  /// - Parameters:
  ///   - net: its parameters and running statistics are written.
  ///   - optimizer: its state is written.
  ///   - progress: where the training stands.
  ///   - settings: what must be the same to resume it.
  ///   - preparation: what is done to pictures before the net sees them.
  ///   - url: the file, which is replaced.
  /// - Throws: `SentenceError`; an older file is then left as it is.
  public static func write(
    _ net: any Layer, _ optimizer: any Optimizer, _ progress: TrainingProgress,
    settings: [String: String] = [:], preparation: Preparation? = nil, to url: URL
  ) throws {
    var words = try words(preparation)
    words["progress"] = try json(progress)
    words["settings"] = try json(settings)
    let tensors = net.state.map { NamedNumbers($0.name, $0.value) } + entries(of: optimizer.state)
    try SafetensorsFile.write(tensors, metadata: words, to: url)
  }

  /// Writes nothing but the net, as PyTorch would.
  ///
  /// - Parameters:
  ///   - net: its parameters and running statistics are written.
  ///   - precision: `.bfloat16` makes a file of half the size, for a net that is only to be used.
  ///   - preparation: what is done to pictures before the net sees them.
  ///   - url: the file, which is replaced.
  /// - Throws: `SentenceError`; an older file is then left as it is.
  public static func write(
    _ net: any Layer, as precision: NamedNumbers.Precision = .float32,
    preparation: Preparation? = nil, to url: URL
  ) throws {
    let tensors = net.state.map { NamedNumbers($0.name, $0.value, as: precision) }
    try SafetensorsFile.write(tensors, metadata: words(preparation), to: url)
  }

  private static func words(_ preparation: Preparation?) throws -> [String: String] {
    var words = ["format": "pt"]
    words["preparation"] = try preparation.map(json)
    return words
  }
}
