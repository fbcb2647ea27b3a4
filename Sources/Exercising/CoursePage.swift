/// The page of the book with all exercises; a chapter's page ends with its section.
extension Course {
  package var page: String {
    let kinds = Exercise.Kind.allCases.map { kind in
      "*\(kind.rawValue)* \(exercises.count { $0.kind == kind })"
    }
    let real = exercises.count { $0.source != nil }
    let head = """
      # Exercises

      There are \(exercises.count) exercises: \(kinds.joined(separator: ", ")). \(real) of the bugs lived in real \
      projects; where, is told when you have found them.

      ```sh
      swift run exercises                 # the next one that is not passed, and the file to edit
      swift run exercises check           # is it solved?
      swift run exercises --watch         # checks whenever you save
      swift run exercises hint            # three hints, one at a time
      swift run exercises list            # all of them, with what is passed
      swift run exercises relu-gradient   # this one
      ```

      In most of them one place of a real file was changed. You get a copy of that file in the folder `Exercises`, \
      which git ignores, and the symptom. The check compiles your copy, runs it in place of the original, and \
      compares what both compute: outputs, gradients and state, never an accuracy. So a training that looks well \
      proves nothing. Whatever you `print` in your copy is shown with the result.
      """
    let sections = chapters.map { chapter in
      "## Chapter \(chapter)\n\n"
        + table(exercises.filter { $0.chapter == chapter }).joined(separator: "\n")
    }
    return ([head] + sections).joined(separator: "\n\n") + "\n"
  }

  private func table(_ exercises: [Exercise]) -> [String] {
    ["| | `swift run exercises …` | what you see |", "|---|---|---|"]
      + exercises.map { exercise in
        let title = "**\(exercise.title)** (\(exercise.kind.rawValue))"
        return
          "| \(number(of: exercise)) | `\(exercise.name)` | \(title): \(cell(exercise.symptom)) |"
      }
  }

  /// A text in one line, with what is indented as code.
  private func cell(_ text: String) -> String {
    text.split(separator: "\n").map { line in
      let words = line.split(separator: " ").joined(separator: " ")
      return line.hasPrefix("  ") ? "`\(words)`" : words.replacing("|", with: "\\|")
    }.joined(separator: " ")
  }
}
