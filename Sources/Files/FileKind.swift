import Sentences

/// A kind of file, recognized by its first bytes: what it is, and what to do where another was wanted.
struct FileKind: Sendable {
  /// Its name with an article, such as "a GIF picture".
  let name: String

  /// The use for which it is read, so that its readers have nothing to hear of it.
  let readFor: FileUse?

  /// The use for which there is advice; `nil` if there is for every use.
  let advisedFor: FileUse?

  /// What to do; without it the sentence says what was wanted.
  let advice: (@Sendable (FileHead) -> String)?

  let matches: @Sendable (FileHead) -> Bool

  init(
    _ name: String, readFor: FileUse? = nil, for advisedFor: FileUse? = nil,
    advice: (@Sendable (FileHead) -> String)? = nil,
    if matches: @escaping @Sendable (FileHead) -> Bool
  ) {
    (self.name, self.readFor, self.advisedFor) = (name, readFor, advisedFor)
    (self.advice, self.matches) = (advice, matches)
  }
}

/// The sentence about a file that is recognized as another kind than its reader wants, or `nil`.
///
///     throw otherKind(path, bytes, for: .picture) ?? SentenceError("\(path) is no picture")
///
/// - Parameters:
///   - path: the name of the file in the sentence.
///   - bytes: the file, or its first few thousand bytes.
///   - use: what it was read for.
package func otherKind(_ path: String, _ bytes: [UInt8], for use: FileUse) -> SentenceError? {
  let head = FileHead(path: path, bytes: bytes, use: use)
  guard let kind = fileKinds.first(where: { $0.matches(head) }), kind.readFor != use else {
    return nil
  }
  let isAdvised = kind.advisedFor == nil || kind.advisedFor == use
  let advice = isAdvised ? kind.advice?(head) : nil
  return SentenceError("\(path) is \(kind.name); \(advice ?? use.wanted)")
}

/// The sentence about one of several files over which weights are distributed, by its name, or `nil`.
///
/// Such a file is a whole safetensors file; only a reader of whole nets has to refuse it.
package func shard(_ path: String) -> SentenceError? {
  guard let match = path.firstMatch(of: #/-(\d{5})-of-(\d{5})\.\w+$/#),
    let number = Int(match.1), let count = Int(match.2), count > 1
  else { return nil }
  return SentenceError(
    "\(path) is shard \(number) of \(count), one of the files over which the weights are distributed; "
      + joinedFromShards(String(path[..<match.range.lowerBound])))
}
