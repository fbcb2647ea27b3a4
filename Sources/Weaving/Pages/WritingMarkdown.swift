extension Page {
  /// The page as a code host shows it; `init(markdown:)` reads it back.
  public var markdown: String {
    blocks.map(\.markdown).joined(separator: "\n\n") + "\n"
  }
}

extension Page.Block {
  fileprivate var markdown: String {
    switch self {
    case .prose(let text): text
    case .code(let code): "```swift\n\(code)\n```"
    case .output(let text): "```output\n\(text)\n```"
    case .table(let rows): "<!-- printed -->\n\n\(rows)"
    case .figure(let path, let title, let caption):
      "![\(title)](\(path))" + (caption.isEmpty ? "" : "\n\n*\(caption)*")
    case .source(let path, let text):
      """
      <details>
      <summary><a href="../../\(path)">\(path)</a></summary>

      ```swift
      \(text)
      ```

      </details>
      """
    }
  }
}
