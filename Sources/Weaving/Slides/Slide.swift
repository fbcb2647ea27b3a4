/// One slide with all that was looked for found: a claim, and one exhibit that shows it.
struct Slide {
  let kind: Annotation.Kind
  /// As Markdown, like the other texts here.
  let claim: String
  let exhibit: Exhibit?
  /// Words to set apart in the exhibit.
  let marks: [String]
  /// Small, below the exhibit; on the last slide, where to go from here.
  let note: String?
  /// The lines of a conclusion.
  let items: [String]
  /// What the speaker says.
  let notes: String
  /// File and line of the annotation.
  let place: String

  /// A large number with the words below it.
  struct Number: Equatable {
    let text: String
    let caption: String
  }
}

/// What a slide shows.
enum Exhibit: Equatable {
  /// A figure, by its path from the top of the repository, and its version for a phone, if there is one.
  case figure(path: String, phone: String?)
  case code(String)
  /// Printed lines, in groups that appear one after the other.
  case printed([String])
  case table(PrintedTable)
  /// Formulas in TeX, one a line.
  case formula([String])
  case numbers([Slide.Number])
}
