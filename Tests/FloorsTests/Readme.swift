/// One floor in the README's picture of the package.
struct Floor {
  let name, summary: String
  /// The line it stands in, counted from the highest.
  let line: Int
}

/// The floors as the README draws them, a line for each height, below that of the chapters.
///
///     Training  Drawing    the loop around a step; nets as figures
func floorsInReadme() throws -> [Floor] {
  let block = try lines(of: "README.md").drop { !$0.hasPrefix("Chapters  ") }
    .dropFirst().prefix { !$0.hasPrefix("```") }
  return block.enumerated().flatMap { number, line in
    let words = line.split(separator: #/ {2,}/#)
    let summaries = words.last!.split(separator: "; ")
    return words.dropLast().enumerated().map { place, name in
      Floor(
        name: String(name),
        summary: place < summaries.count ? String(summaries[place]) : "", line: number)
    }
  }
}
