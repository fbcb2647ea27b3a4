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

      The figures are measured: the numbers of the original are blue, those of the changed file orange. Where no figure \
      shows what is wrong, a number does. Losses and accuracies are those of nets trained on digits that a program draws, \
      with seeds 1, 2 and 3.
      """
    let sections = chapters.map { chapter in
      (["## Chapter \(chapter)"] + exercises.filter { $0.chapter == chapter }.map(entry))
        .joined(separator: "\n\n")
    }
    return ([head] + sections).joined(separator: "\n\n") + "\n"
  }

  /// Number, title, kind, symptom, its figure, and the command that checks it.
  private func entry(_ exercise: Exercise) -> String {
    let title = "**\(number(of: exercise)) \(exercise.title)** (\(exercise.kind.rawValue)): "
    let figure = exercise.figure.map {
      "![\($0.title)](../../Figures/Exercises/\(exercise.name).svg)"
    }
    let command = "`swift run exercises check \(exercise.name)`"
    return [title + paragraph(exercise.symptom) + " " + command, figure].compactMap { $0 }
      .joined(separator: "\n\n")
  }

  /// A text in one line, with what is indented as code.
  private func paragraph(_ text: String) -> String {
    text.split(separator: "\n").map { line in
      let words = line.split(separator: " ").joined(separator: " ")
      return line.hasPrefix("  ") ? "`\(words)`" : words
    }.joined(separator: " ")
  }
}
