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
/// with a net's weights can be loaded, PyTorch's too, also if another program has put `module.`, `model.`
/// or the like before all names.
public struct Checkpoint {
  /// Where training stood; `nil` for a file of nothing but weights.
  public let progress: TrainingProgress?
  /// The settings of the training, such as its seed; to resume it, they must be the same.
  public let settings: [String: String]
  /// What was done to the pictures before the net saw them, if the file says so.
  public let preparation: Preparation?

  /// The metadata of the file, whoever wrote it.
  public var metadata: [String: String] { file.metadata }

  let file: SafetensorsFile
  /// A sentence for each of our keys under which another program has put something else.
  let foreignMetadata: [String]

  /// Opens a file and reads its metadata; the net itself is not read yet.
  ///
  /// What another program has put under a key of ours is ignored.
  ///
  /// - Throws: `SentenceError`, a sentence that names the file.
  public init(_ url: URL) throws {
    file = try SafetensorsFile(url)
    if let error = shard(url.path) { throw error }
    var metadata = CheckpointMetadata(file)
    progress = metadata.read(TrainingProgress.self, "progress")
    settings = metadata.read([String: String].self, "settings") ?? [:]
    preparation = metadata.read(Preparation.self, "preparation")
    foreignMetadata = metadata.foreign.map { [path = file.path] key in
      "What \(path) says as \"\(key)\" was ignored: it is not from this program."
    }
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
    words["progress"] = try CheckpointMetadata.json(progress)
    words["settings"] = try CheckpointMetadata.json(settings)
    let state = net.state
    let prefix = optimizerPrefix(beside: state.map(\.name))
    words[prefixKey] = prefix == "optimizer." ? nil : prefix
    let tensors =
      state.map { NamedNumbers($0.name, $0.value) } + entries(of: optimizer.state, under: prefix)
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
    words["preparation"] = try preparation.map(CheckpointMetadata.json)
    return words
  }
}
