/// The prefixes that programs put before the names of a net which they keep inside something else.
///
/// `module.` is PyTorch's `DataParallel`, `_orig_mod.` its `torch.compile`; `model.` and `net.` are what
/// people call a net inside another class, such as one of Lightning; `backbone.` and `head.` are the two
/// parts of a net in mmpretrain.
enum Wrappers {
  static let backbone = "backbone."
  static let head = "head."
  static let all = ["module.", "_orig_mod.", "model.", "net.", backbone, head]

  /// How many of them a name may have one after the other.
  private static let mostNested = 3

  /// All prefixes of a name that consist of these, the shortest first:
  /// `["", "module.", "module.model."]` for `module.model.fc.bias`.
  static func prefixes(of name: String) -> [String] {
    var prefixes = [""]
    var rest = name
    while prefixes.count <= mostNested, let next = all.first(where: { rest.begins(with: $0) }) {
      prefixes.append(prefixes.last! + next)
      rest = rest.without(next)
    }
    return prefixes
  }
}

// Byte by byte: a point and a combining mark behind it are one character.
extension String {
  func begins(with prefix: String) -> Bool { utf8.starts(with: prefix.utf8) }

  /// - Parameter prefix: what the string begins with.
  func without(_ prefix: String) -> String {
    String(decoding: utf8.dropFirst(prefix.utf8.count), as: UTF8.self)
  }
}
