import Sentences

/// The code of a slide: that below the annotation, or a piece of the code on the page.
extension SlideReader {
  /// - Parameter words: those of the first line and of the last, with `…` between them; if there are none, the
  ///   code below the annotation is meant.
  func code(_ field: Annotation.Field, _ words: String) throws -> String {
    if words.isEmpty {
      guard !annotation.below.isEmpty, !annotation.below.hasPrefix("//") else {
        throw problem(
          field,
          "no code stands below this slide; `show: code FIRST … LAST` takes some from the page")
      }
      return withoutMargin(
        annotation.below.split(separator: "\n", omittingEmptySubsequences: false))
    }
    let ends = pieces(words, " … ")
    guard let text = findings.code(ends[0], in: section).first else {
      throw missing(field, "line of code with the words", ends[0])
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let first = lines.firstIndex { $0.contains(ends[0]) }!
    guard let last = lines[first...].firstIndex(where: { $0.contains(ends.last!) }) else {
      throw missing(
        field, "line of code, in or below that with the words \"\(ends[0])\", with", ends.last!)
    }
    return withoutMargin(lines[first...last])
  }

  /// The lines without the spaces that all of them begin with.
  private func withoutMargin(_ lines: some Collection<Substring>) -> String {
    let margins = lines.filter { !$0.isEmpty }.map { $0.prefix { $0 == " " }.count }
    let margin = margins.min() ?? 0
    return lines.map { $0.dropFirst(min(margin, $0.count)) }.joined(separator: "\n")
  }
}
